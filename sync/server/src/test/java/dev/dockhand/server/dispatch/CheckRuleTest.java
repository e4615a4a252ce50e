package dev.dockhand.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.rules.Drawn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of carriers as they were seen in the field, and numbers that their scanners would refuse. */
class CheckRuleTest {

    @ParameterizedTest
    @CsvSource({
        "CJ,636826218033",
        "CJ,384091786506",
        "CJ,340010913442",
        "CJ,650000000033",
        "MOD7,1547827315",
        "MOD7,531647410114",
        "MOD7,3213084895",
        "MOD7,313633845254",
        "MOD7,3318810025",
        "MOD7,8487135506",
        "S10,RB123456785GB",
        "S10,RX614299816DE",
        "UPS,1Z879E930346834440",
        "UPS,1ZXX3150YW44070023",
        "FEDEX,986578788855",
        "FEDEX,477179081230",
        "FEDEX_GROUND,568283610012000",
        "FEDEX_GROUND,041441760228964",
        "NONE,20286005541",
        "NONE,LOGEN7"
    })
    void whatCarriersGiveIsRead(CheckRule rule, String number) {
        assertThat(rule.read(new WaybillNumber(number)))
                .hasValueSatisfying(
                        parts -> assertThat(rule.number(parts, parts.serial())).hasToString(number));
    }

    @ParameterizedTest
    @CsvSource({
        "CJ,384091786505",
        "CJ,38409178650",
        "MOD7,531647410115",
        "MOD7,3318810026",
        "S10,RB123456786US",
        "UPS,1Z879E930346834441",
        "FEDEX,996578788855",
        "FEDEX_GROUND,568283610012732",
        "NONE,LOGENS"
    })
    void whatTheirScannersRefuseIsNot(CheckRule rule, String number) {
        assertThat(rule.read(new WaybillNumber(number))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CheckRule.class)
    void everySerialMakesANumberThatIsReadAsThatSerial(CheckRule rule) {
        WaybillNumber like = new WaybillNumber(
                switch (rule) {
                    case NONE -> "L000000001";
                    case CJ -> "650000000033";
                    case MOD7 -> "531647410114";
                    case S10 -> "RB123456785GB";
                    case UPS -> "1Z879E930346834440";
                    case FEDEX -> "986578788855";
                    case FEDEX_GROUND -> "568283610012000";
                });
        CheckRule.Parts parts = rule.read(like).orElseThrow();
        Drawn.each(500, drawn -> {
            long serial = drawn.random().nextLong((long) Math.pow(10, parts.digits()));
            WaybillNumber number = rule.number(parts, serial);
            assertThat(rule.read(number))
                    .contains(new CheckRule.Parts(parts.head(), serial, parts.digits(), parts.tail()));
            assertThat(number.value()).hasSameSizeAs(like.value());
        });
    }

    @ParameterizedTest
    @CsvSource({
        // To count up a whole number leaves the carrier's numbers after one step.
        "CJ,650000000033,650000000034",
        "CJ,660000000033,650000000033",
        "MOD7,1547827315,531647410114",
        "S10,RB123456785GB,RX614299816DE",
        "CJ,636826218033,384091786506"
    })
    void endsThatDoNotBelongTogetherAreRefused(CheckRule rule, String first, String last) {
        assertThatThrownBy(() -> new WaybillRange(
                        new CarrierCode("CJ"), new WaybillNumber(first), new WaybillNumber(last), rule))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
