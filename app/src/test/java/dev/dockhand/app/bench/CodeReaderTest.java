package dev.dockhand.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.scan.LayoutCheck;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CodeReaderTest {

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T00:00:00Z"));
    private final CodeReader reader =
            new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), clock), "6063391234567"::equals);

    private ScannedCode read(String text) {
        return reader.read(null, text, false);
    }

    @Test
    void oneGs1ScanTellsItemLotAndExpiry() {
        ScannedCode code = reader.read("]d2", "010880123456789317271231102611A", false);
        assertThat(code.gtin()).isEqualTo("08801234567893");
        assertThat(code.lot()).isEqualTo(new Lot("2611A"));
        assertThat(code.expiry()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(code.error()).isNull();
    }

    @Test
    void anEanIsKnownByFourteenDigits() {
        assertThat(read("8801234567893").barcode()).isEqualTo("08801234567893");
    }

    @Test
    void aWrongCheckDigitIsSaidUnlessTheNumberIsSomethingElse() {
        assertThat(read("8801234567894").error().key()).isEqualTo("code.check-digit");
        assertThat(read("6063391234567").error()).isNull();
        assertThat(read("632912345678").error()).isNull();
        assertThat(reader.read("]E0", "6063391234567", false).error()).isNull();
    }

    @Test
    void theSetUpCodeOfKeyboardScannersIsNamed() {
        assertThat(read(LayoutCheck.SET_UP_CODE).error().key()).isEqualTo("code.set-up");
    }

    @Test
    void aNumberOfOneShopIsAnItemOnlyWhereOneCarriesIt() {
        assertThat(read("2112345678900").error().key()).isEqualTo("code.in-store");
        ScannedCode own = new CodeReader(new Gs1Reader(ApplicationIdentifiers.load(), clock), "02112345678900"::equals)
                .read(null, "2112345678900", false);
        assertThat(own.error()).isNull();
        assertThat(own.barcode()).isEqualTo("02112345678900");
    }

    @Test
    void whatIsTypedHasTheFormOfWhatIsScanned() {
        assertThat(read("\uff18\uff18\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff13")
                        .gtin())
                .isEqualTo("08801234567893");
        assertThat(read("GL-\u200b1004\u00a0").text()).isEqualTo("GL-1004");
    }

    @Test
    void aLostSeparatorIsNamed() {
        ScannedCode code = reader.read("]C1", "0108801234567893102611A17271231" + "2".repeat(20), false);
        assertThat(code.error().key()).isEqualTo("code.separator-missing");
        assertThat(code.error().arguments()).containsExactly("10");
    }

    @Test
    void aPlateIsReadWithAndWithoutItsIdentifier() {
        assertThat(read("00104000000040000010").plate()).isEqualTo(new LicensePlate("104000000040000010"));
        assertThat(read("104000000040000010").plate()).isEqualTo(new LicensePlate("104000000040000010"));
    }

    @Test
    void fourKilobytesAreRefusedInWordsAndCutShort() {
        ScannedCode code = read("9".repeat(5000));
        assertThat(code.text()).hasSize(4096);
        assertThat(code.error().key()).isEqualTo("code.too-long");
    }

    @Test
    void commandBarcodesAreCommandsAndNothingElse() {
        assertThat(read("dh-undo").command()).contains(Command.UNDO);
        assertThat(read("DH-UNDO ").command()).contains(Command.UNDO);
        assertThat(read("DH-UNDO 1").command()).isEmpty();
        assertThat(read("^XZ~JA").command()).isEmpty();
    }
}
