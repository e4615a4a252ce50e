package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes that were typed through the Korean two-set layout come back, but for the case that the layout loses. */
class HangulTest {

    private static final String KEEP_THEIR_CASE = "QWERTOP";
    private static final int CODES = 10_000;

    static List<String> everyPrintableCharacter() {
        return IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).toList();
    }

    @ParameterizedTest
    @MethodSource("everyPrintableCharacter")
    void everyPrintableCharacterComesBack(String character) {
        for (String code : List.of(character, character + character, "gk" + character + "k", "A" + character + "1")) {
            comesBack(code);
        }
    }

    @Test
    void randomCodesComeBack() {
        Random random = new Random(20261129);
        for (int i = 0; i < CODES; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = 1 + random.nextInt(40); length > 0; length--) {
                code.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
            }
            comesBack(code.toString());
        }
    }

    @Test
    void blanksBeforeAnIdentifierAreNoPartOfTheCode() {
        comesBack(" ]d0!");
        comesBack("  ]d0 0!  1 ");
    }

    private static void comesBack(String code) {
        String typed = TwoSetKeyboard.type(code);
        String meant = withoutLostCase(code);
        assertThat(Hangul.toQwerty(typed)).isEqualTo(meant);
        assertThat(Hangul.toQwerty(TwoSetKeyboard.typeApart(code))).isEqualTo(meant);
        assertThat(Hangul.toQwerty(Normalizer.normalize(typed, Normalizer.Form.NFD)))
                .isEqualTo(meant);
        boolean letters = code.chars().anyMatch(Character::isLetter);
        assertThat(Hangul.isIn(typed)).isEqualTo(letters);
        ScanEvent event = new ScanReader("wedge", () -> 1, InstantSource.system()).read(new WedgeBurst.Burst(typed));
        if (event instanceof Scan scan) {
            assertThat(scan.repaired()).isEqualTo(letters);
            // Blanks around a code are no part of it, and several within it are one.
            String read = code.strip().substring(scan.aimText().length()).strip();
            assertThat(scan.text().replaceAll(" +", " ")).isEqualToIgnoringCase(read.replaceAll(" +", " "));
            assertThat(scan.text()).isEqualTo(scan.text().toUpperCase(Locale.ROOT));
        }
    }

    private static String withoutLostCase(String code) {
        StringBuilder meant = new StringBuilder(code);
        for (int i = 0; i < code.length(); i++) {
            if (KEEP_THEIR_CASE.indexOf(code.charAt(i)) < 0) {
                meant.setCharAt(i, Character.toLowerCase(code.charAt(i)));
            }
        }
        boolean identifier = meant.indexOf("]c") == 0;
        return identifier ? "]C" + meant.substring(2) : meant.toString();
    }

    @Test
    void theIdentifierOfACode128IsRepairedAndOthersSurvive() {
        for (String aim : List.of("]C1", "]C0", "]E0", "]Q3", "]e0", "]d2", "]J1", "]I1")) {
            String typed = TwoSetKeyboard.type(aim + "0108801234567893");
            Scan scan =
                    (Scan) new ScanReader("wedge", () -> 1, InstantSource.system()).read(new WedgeBurst.Burst(typed));
            assertThat(scan.repaired()).isTrue();
            if (!aim.startsWith("]J") && !aim.startsWith("]I")) {
                assertThat(scan.aimText()).isEqualTo(aim);
                assertThat(scan.text()).isEqualTo("0108801234567893");
            }
        }
    }

    /** For {@code .ci/check-hangul}, which lets es-hangul type and turn back the same codes. */
    @Test
    void codesAreLeftForAnotherProgramToCompare() throws Exception {
        Random random = new Random(20261123);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = 1 + random.nextInt(40); length > 0; length--) {
                code.append((char) (random.nextInt(3) == 0 ? ' ' + random.nextInt('~' - ' ' + 1) : letter(random)));
            }
            String typed = TwoSetKeyboard.type(code.toString());
            String apart = TwoSetKeyboard.typeApart(code.toString());
            lines.add(String.join("\t", code, typed, apart, Hangul.toQwerty(typed)));
        }
        Path file = Path.of(System.getProperty("dockhand.module.dir"), "target", "hangul", "codes.tsv");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        assertThat(file).isNotEmptyFile();
    }

    private static int letter(Random random) {
        return (random.nextBoolean() ? 'a' : 'A') + random.nextInt(26);
    }
}
