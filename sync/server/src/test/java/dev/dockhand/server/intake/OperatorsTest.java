package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People come with PINs, of which only hashes are kept. */
class OperatorsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String HEADER = "operator,name,badge,pin,role,active\n";

    private final TestIntake shop = new TestIntake(DATABASE.database(), DATABASE.freshSite());

    private ImportResult load(String rows) {
        return shop.load(
                ImportKind.OPERATORS,
                ImportFile.of(ImportFile.Format.CSV, (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private PinHash.Check check(String operator, String pin) {
        return PinHash.check(shop.operator(operator).pinHash(), pin, shop.peppers.pepper(shop.site()));
    }

    @Test
    void pinsAreHashedAndKeptWhenToldAgain() {
        String row = "op-1,김민지,OP-1001,246810,PICKER,true\n";
        assertThat(load(row).loaded()).isEqualTo(1);
        Operator operator = shop.operator("op-1");
        assertThat(operator.pinHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=");
        assertThat(check("op-1", "246810")).isEqualTo(PinHash.Check.RIGHT);
        assertThat(load(row).unchanged()).isEqualTo(1);
        assertThat(load(row.replace("246810", "").replace("김민지", "김민서")).loaded())
                .isEqualTo(1);
        assertThat(shop.operator("op-1").pinHash()).isEqualTo(operator.pinHash());
        assertThat(load("op-2,x,OP-1001,1234,PICKER,true\nop-3,x,OP-3,,PICKER,true\nop-4,x,OP-4,12,PICKER,true\n")
                        .rejected())
                .extracting(Rejection::code)
                .containsExactly("BADGE_TAKEN", "MISSING", "BAD_VALUE");
        assertThat(shop.feed().toString()).doesNotContain("246810");
    }

    @Test
    void aPinHasFourDigitsAndThatOfASupervisorSix() {
        ImportResult result = load("""
            op-1,x,B-1,1234,PICKER,true
            op-2,x,B-2,12345,SUPERVISOR,true
            op-3,x,B-3,123456,SUPERVISOR,true
            op-4,x,B-4,12345678,SUPERVISOR,true
            op-5,x,B-5,123456789,PICKER,true
            """);
        assertThat(result.loaded()).isEqualTo(3);
        assertThat(result.rejected()).extracting(Rejection::line).containsExactly(3L, 6L);
        assertThat(result.rejected()).allSatisfy(row -> {
            assertThat(row.field()).isEqualTo("pin");
            assertThat(row.code()).isEqualTo("BAD_VALUE");
            assertThat(row.message()).contains("4 to 8 digits", "supervisor 6").doesNotContain("12345");
        });
    }

    @Test
    void whoBecomesASupervisorTellsAPinOfASupervisor() {
        load("op-1,x,B-1,1234,PICKER,true\n");
        assertThat(load("op-1,x,B-1,,SUPERVISOR,true\n").rejected())
                .extracting(Rejection::code)
                .containsExactly("MISSING");
        assertThat(load("op-1,x,B-1,1234,SUPERVISOR,true\n").rejected())
                .extracting(Rejection::code)
                .containsExactly("BAD_VALUE");
        assertThat(shop.operator("op-1").role()).isEqualTo(Operator.Role.PICKER);
        assertThat(load("op-1,x,B-1,654321,SUPERVISOR,true\n").loaded()).isEqualTo(1);
        assertThat(check("op-1", "654321")).isEqualTo(PinHash.Check.RIGHT);
        assertThat(load("op-1,y,B-1,,SUPERVISOR,true\n").loaded())
                .as("one who is one")
                .isEqualTo(1);
    }

    @Test
    void stationsGetNoHashOfWhoMayNotSignIn() {
        load("op-1,x,B-1,1234,PICKER,true\n");
        assertThat(shop.feed().getLast()).contains("argon2id");
        load("op-1,x,B-1,,PICKER,false\n");
        assertThat(shop.feed().getLast()).contains("\"op-1\"").doesNotContain("argon2id");
        assertThat(check("op-1", "1234")).as("kept, so that it works again").isEqualTo(PinHash.Check.RIGHT);
        load("op-1,x,B-1,,PICKER,true\n");
        assertThat(shop.feed().getLast()).contains("argon2id");
    }
}
