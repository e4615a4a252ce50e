package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.hardware.label.PdfPages.Paper;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several labels in one PDF. */
class PdfPagesTest {

    private static final Pattern PAGE = Pattern.compile("/MediaBox \\[0 0 (\\S+) (\\S+)]");
    private static final Pattern PLACE = Pattern.compile("q (\\S+) 0 0 (\\S+) (\\S+) (\\S+) cm");

    private static String pdf(Paper paper, int labels, int wideMm, int highMm) throws LabelException {
        PdfPages pages = new PdfPages(paper, Dpi.DPI_203);
        int wide = Dpi.DPI_203.dots(wideMm);
        int high = Dpi.DPI_203.dots(highMm);
        Bitmap white = Bitmap.ofRows(wide, high, new byte[high * Bitmap.stride(wide)]);
        for (int i = 0; i < labels; i++) {
            pages.add(white);
        }
        return new String(pages.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static double number(MatchResult found, int group) {
        return Double.parseDouble(found.group(group));
    }

    @Test
    void aLabelIsAPageOfItsSize() throws LabelException {
        String pdf = pdf(Paper.LABEL, 3, 100, 50);
        assertThat(PAGE.matcher(pdf).results()).hasSize(3).allSatisfy(page -> {
            assertThat(number(page, 1)).isBetween(283.4, 283.6);
            assertThat(number(page, 2)).isBetween(141.6, 141.8);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "location, 100, 50, 10, 595",
        "badge, 86, 54, 10, 595",
        "command, 80, 40, 15, 841",
        "waybill, 100, 150, 2, 595"
    })
    void onA4ThereAreAsManyAsFitAndNoneOverlapsOrIsCut(String label, int wide, int high, int onPage, int width)
            throws LabelException {
        String pdf = pdf(Paper.A4, onPage + 1, wide, high);
        assertThat(PAGE.matcher(pdf).results()).hasSize(2);
        MatchResult page = PAGE.matcher(pdf).results().findFirst().orElseThrow();
        assertThat((int) number(page, 1)).isEqualTo(width);
        var places = PLACE.matcher(pdf).results().toList();
        assertThat(places).hasSize(onPage + 1);
        var first = places.subList(0, onPage);
        for (MatchResult one : first) {
            assertThat(number(one, 3)).isGreaterThan(14);
            assertThat(number(one, 4)).isGreaterThan(14);
            assertThat(number(one, 3) + number(one, 1)).isLessThan(number(page, 1) - 14);
            assertThat(number(one, 4) + number(one, 2)).isLessThan(number(page, 2) - 14);
            assertThat(first)
                    .filteredOn(other -> other != one && overlap(one, other))
                    .isEmpty();
        }
        assertThat(pdf).contains(" l S\n");
    }

    private static boolean overlap(MatchResult one, MatchResult other) {
        return Math.abs(number(one, 3) - number(other, 3)) < number(one, 1) - 0.01
                && Math.abs(number(one, 4) - number(other, 4)) < number(one, 2) - 0.01;
    }

    @Test
    void everyPlaceOfTheTableIsThatOfItsObject() throws LabelException {
        String pdf = pdf(Paper.A4, 12, 100, 50);
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.lastIndexOf("\n%%EOF")));
        String[] lines = pdf.substring(table).split("\n");
        int count = Integer.parseInt(lines[1].split(" ")[1]);
        for (int number = 1; number < count; number++) {
            int place = Integer.parseInt(lines[2 + number].substring(0, 10));
            assertThat(pdf.substring(place)).startsWith(number + " 0 obj\n");
        }
    }

    @Test
    void aLabelThatIsLargerThanA4IsRefused() {
        assertThatThrownBy(() -> pdf(Paper.A4, 1, 205, 210)).hasMessageContaining("205 x 210 mm does not fit on A4");
    }
}
