package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text is not on the label is said with its field; what can be drawn is drawn. */
class LabelNoticesTest {

    private static final LabelLanguage PNG = LabelLanguages.byId("png").orElseThrow();
    private static final LabelLanguage ZPL = LabelLanguages.byId("zpl").orElseThrow();
    private static final LabelWriter PICTURES = new LabelWriter(PNG);
    private static final LabelWriter WRITER = new LabelWriter(ZPL);

    private static WrittenLabel written(ObjectNode data) throws LabelException {
        return WRITER.written(LabelSamples.TEMPLATES.fill("waybill", data), Dpi.DPI_203);
    }

    private static List<String> notices(ObjectNode data) throws LabelException {
        return written(data).notices().stream().map(LabelNotice::message).toList();
    }

    private static ObjectNode recipient(String field, String value) {
        ObjectNode data = LabelSamples.data("waybill");
        ((ObjectNode) data.get("recipient")).put(field, value);
        return data;
    }

    @Test
    void aWholeLabelHasNothingToSay() throws LabelException {
        assertThat(notices(LabelSamples.data("waybill"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "문 앞 🙏 감사합니다, U+1F64F",
        "ส่งด่วน, U+0E2A",
        "مرحبا, U+0645",
        "👨‍👩‍👧 가족, U+1F468",
    })
    void aCharacterThatNoFontHasIsNamedWithItsField(String message, String named) throws LabelException {
        ObjectNode data = LabelSamples.data("waybill").put("message", message);
        assertThat(notices(data))
                .anySatisfy(notice -> assertThat(notice).startsWith("message: ").contains(named));
        assertThat(notices(data)).allSatisfy(notice -> assertThat(notice).startsWith("message: "));
    }

    @Test
    void theFieldOfAnItemIsNamedWithItsPlace() throws LabelException {
        ObjectNode data = LabelSamples.data("waybill");
        data.putArray("items").addObject().put("name", "크림").put("quantity", 1);
        ((com.fasterxml.jackson.databind.node.ArrayNode) data.get("items"))
                .addObject()
                .put("name", "선물 🎁")
                .put("quantity", 1);
        assertThat(written(data).notices())
                .containsExactly(new LabelNotice("items[1].name", LabelNotice.Kind.REPLACED, 0x1F381));
    }

    @ParameterizedTest
    @ValueSource(strings = {"서울 鐘路區 仁寺洞 12", "金時計 特大", "①번 창고 ㈜물류 50㎖", "東京都千代田区", "Žižkov Øst"})
    void hanjaAndSignsAreDrawn(String address) throws LabelException {
        assertThat(notices(recipient("address", address))).isEmpty();
        byte[] drawn =
                PICTURES.write(LabelSamples.TEMPLATES.fill("waybill", recipient("address", address)), Dpi.DPI_203);
        String squares = address.replaceAll("[^ -~]", "\u25a1");
        byte[] boxes =
                PICTURES.write(LabelSamples.TEMPLATES.fill("waybill", recipient("address", squares)), Dpi.DPI_203);
        assertThat(drawn).isNotEqualTo(boxes);
    }

    @Test
    void decomposedHangulGivesTheSamePictureAsComposed() throws LabelException {
        ObjectNode composed = LabelSamples.data("waybill");
        ObjectNode apart = LabelSamples.data("waybill");
        for (String field : List.of("name", "address")) {
            String text = composed.at("/recipient/" + field).asText();
            ((ObjectNode) apart.get("recipient")).put(field, Normalizer.normalize(text, Form.NFD));
        }
        assertThat(written(apart).bytes()).isEqualTo(written(composed).bytes());
    }

    @Test
    void anAddressOfThreeHundredCharactersStandsThereWhole() throws LabelException {
        String address = "서울특별시 강남구 테헤란로 1 무지개아파트 상가 지하 일층 물류 접수처 ".repeat(8).substring(0, 300);
        assertThat(notices(recipient("address", address))).isEmpty();
    }

    @Test
    void aTextThatIsTooLongEvenInTheSmallestLettersIsSaidWithTheLengthThatFits() throws LabelException {
        List<LabelNotice> notices =
                written(recipient("address", "서울특별시 강남구 ".repeat(90))).notices();
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.field()).isEqualTo("recipient.address");
            assertThat(notice.kind()).isEqualTo(LabelNotice.Kind.CUT);
            assertThat(notice.number()).isBetween(300, 899);
        });
        assertThatThrownBy(() -> notices(recipient("address", "가".repeat(1_001))))
                .hasMessage("recipient.address: has at most 1000 characters, not 1001");
    }

    @Test
    void theSameTextFromTheCacheIsSaidAgain() throws LabelException {
        ObjectNode data = LabelSamples.data("waybill").put("message", "🙏");
        assertThat(notices(data)).isEqualTo(notices(data)).isNotEmpty();
    }
}
