package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.label.TextStyle.Align;
import dev.dockhand.hardware.label.TextStyle.Face;
import dev.dockhand.hardware.label.TextStyle.Valign;
import dev.dockhand.rules.Drawn;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLayoutTest {
    private static final LabelFonts FONTS = new LabelFonts();

    @Test
    void nothingOfATextLeavesItsArea() {
        Drawn.each(200, drawn -> {
            Align align = drawn.one(List.of(Align.values()));
            Valign valign = drawn.one(List.of(Valign.values()));
            TextStyle style = new TextStyle(Face.BOLD, 5, 2, 3, align, valign, drawn.yes());
            int width = drawn.between(1, 400);
            int height = drawn.between(1, 120);
            Raster raster = Raster.of(FONTS, drawn.text(0, 120), style, width, height, 8);
            assertThat(raster.left()).isNotNegative();
            assertThat(raster.top()).isNotNegative();
            if (raster.bitmap().width() > 8) {
                assertThat(raster.left() + raster.bitmap().width()).isLessThanOrEqualTo(width);
                assertThat(raster.top() + raster.bitmap().height()).isLessThanOrEqualTo(height);
            }
        });
    }

    @Test
    void linesAreNeverWiderThanTheirRoomUnlessOneLetterIs() {
        Drawn.each(200, drawn -> {
            int width = drawn.between(40, 300);
            TextFit fit = fit(FONTS.of(Face.REGULAR).drawable(drawn.text(1, 80)), width, 60, 3);
            for (String line : fit.lines()) {
                if (line.codePointCount(0, line.length()) < 2) {
                    continue;
                }
                double wide = FONTS.width(Face.REGULAR, line) * fit.size();
                assertThat(wide).isLessThanOrEqualTo(width + 0.001);
            }
            assertThat(TextFit.height(fit.lines().size()) * fit.size()).isLessThanOrEqualTo(60.001);
        });
    }

    @Test
    void aTextIsFirstShrunkThenWrappedThenCut() {
        assertThat(fit("가나다라", 400, 60, 2)).isEqualTo(new TextFit(40, List.of("가나다라"), TextFit.WHOLE));
        TextFit shrunk = fit("가나다라마바사아자차", 340, 60, 1);
        assertThat(shrunk.lines()).containsExactly("가나다라마바사아자차");
        assertThat(shrunk.size()).isLessThan(40);
        TextFit wrapped = fit("서울특별시 강남구 테헤란로 152", 250, 100, 2);
        assertThat(wrapped.lines()).containsExactly("서울특별시 강남구", "테헤란로 152");
        TextFit cut = fit("서울특별시 강남구 테헤란로 152 신관 지하 2층 물류센터 안내 데스크", 200, 25, 1);
        assertThat(cut.lines()).hasSize(1);
        assertThat(cut.lines().getFirst()).endsWith("…").startsWith("서울특별시");
    }

    @Test
    void whatTheFontLacksIsAnEmptySquareAndNotALoss() {
        assertThat(FONTS.of(Face.REGULAR).drawable("a\u0000b\u200bc\n 漢 \ud83d"))
                .isEqualTo("a bc 漢 □");
    }

    @Test
    void theCacheStaysSmall() {
        RasterCache cache = new RasterCache(2000);
        Picture hundredBytes = new Picture(Bitmap.ofRows(80, 10, new byte[100]));
        for (int i = 0; i < 500; i++) {
            var style = new TextStyle(Face.BOLD, 5, 2, 1, Align.LEFT, Valign.TOP, false);
            var key = new RasterCache.Key("text " + i, style, 10, 10, Dpi.DPI_203);
            cache.get(key, () -> new RasterCache.Drawn(hundredBytes, 0, 0, List.of(), TextFit.WHOLE));
        }
        assertThat(cache.size()).isEqualTo(10);
    }

    private static TextFit fit(String text, double width, double height, int lines) {
        TextStyle style = new TextStyle(Face.REGULAR, 5, 2, lines, Align.LEFT, Valign.TOP, false);
        return TextFit.of(text, width, height, style, 8, line -> FONTS.width(Face.REGULAR, line));
    }
}
