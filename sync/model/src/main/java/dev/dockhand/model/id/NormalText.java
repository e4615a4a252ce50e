package dev.dockhand.model.id;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;

/**
 * The one form of a text, whatever door it came in by: scan, file, request or key. Texts that look alike become equal, and
 * a character that could only make a twin, or that no label can show, is refused by its name.
 */
public final class NormalText {

    /** Signs that an identifier may hold beside letters, digits and the signs of ASCII. */
    private static final String SIGNS = "\u00b0\u00b1\u00b7\u00d7\u30fb\u30fc";

    /** Letters of Latin-1 and Latin Extended-A that are hard to tell from another one. */
    private static final String LATIN_TWINS = "\u00aa\u00ba\u0131\u0132\u0133\u0138\u013f\u0140\u0149\u017f";

    private static final Charset KOREAN = Charset.forName("EUC-KR");
    /** The one Han character of KS X 1001 that no font of the labels has. */
    private static final char UNDRAWN = '\u9699';

    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63";
    private static final String APOSTROPHES = "\u2018\u2019\u02bc";
    private static final String HANGUL_FILLERS = "\u115f\u1160\u3164\uffa0";

    private NormalText() {}

    /**
     * An identifier: composed (NFC), full width as ASCII, one kind of dash, no invisible character, blanks as one blank
     * between words and none around.
     *
     * @param text as scanned, typed or read
     * @throws IllegalArgumentException that names the character which an identifier cannot hold, as in {@code U+200D ZERO
     *     WIDTH JOINER}
     */
    public static String identifier(String text) {
        if (isPlain(text)) {
            return text;
        }
        String folded = blanksAsOne(folded(text));
        folded.codePoints().filter(c -> !isOfIdentifier(c)).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException("cannot hold " + named(c));
        });
        return folded;
    }

    /**
     * A line of free text, as a name or an address: composed (NFC), no invisible character, line breaks and tabs as a blank,
     * blanks as one blank between words and none around.
     *
     * @param text as typed or read
     */
    public static String line(String text) {
        return isPlain(text) ? text : blanksAsOne(Normalizer.normalize(visible(text), Form.NFC));
    }

    /**
     * The first character that {@link #identifier} would change or refuse in a text, by its name; what a door tells of a
     * repair.
     *
     * @param text as scanned, typed or read
     */
    public static Optional<String> stranger(String text) {
        return text.codePoints()
                .filter(c -> c > '~' && !isOfIdentifier(c) || Character.isISOControl(c))
                .mapToObj(NormalText::named)
                .findFirst();
    }

    /**
     * A character as a person can look it up, as in {@code U+00A0 NO-BREAK SPACE}.
     *
     * @param codePoint the character
     */
    public static String named(int codePoint) {
        String name = Character.getName(codePoint);
        return "U+%04X".formatted(codePoint) + (name == null ? "" : " " + name);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        visible(text).codePoints().forEach(c -> {
            if (DASHES.indexOf(c) >= 0) {
                folded.append('-');
            } else if (APOSTROPHES.indexOf(c) >= 0) {
                folded.append('\'');
            } else if (isWrittenOtherwise(c)) {
                folded.append(Normalizer.normalize(Character.toString(c), Form.NFKC));
            } else {
                folded.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(folded, Form.NFC);
    }

    /** Half and full width, Roman numbers, ligatures and squared units look like the letters that they stand for. */
    private static boolean isWrittenOtherwise(int c) {
        return c >= 0xFF01 && c <= 0xFFEF
                || c >= 0x2160 && c <= 0x217F
                || c >= 0x3371 && c <= 0x33DF
                || c >= 0xFB00 && c <= 0xFB06
                || c == 0x2103;
    }

    /** Without what nobody can see; every kind of blank and line break as a blank. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(c -> visible.appendCodePoint(isBlank(c) ? ' ' : c));
        return visible.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r' || c == '\u0085';
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || HANGUL_FILLERS.indexOf(c) >= 0
                || c == 0x034F
                || c >= 0x180B && c <= 0x180F
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static boolean isOfIdentifier(int c) {
        if (c < 0x7F) {
            return c >= ' ' && c != '\\';
        }
        if (c >= 0xC0 && c <= 0x17F) {
            return Character.isLetter(c) && LATIN_TWINS.indexOf(c) < 0 || c == 0xD7;
        }
        if (SIGNS.indexOf(c) >= 0) {
            return true;
        }
        if (c > 0xFFFF || !Character.isLetter(c)) {
            return false;
        }
        return c >= 0xAC00 && c <= 0xD7A3
                || c >= 0x3131 && c <= 0x318E
                || c >= 0x4E00 && c <= 0x9FFF && isKoreanHanja((char) c)
                || c >= 0x3041 && c <= 0x30FA && UnicodeScript.of(c) != UnicodeScript.COMMON;
    }

    /** The Han characters of KS X 1001, which Korean fonts have and Korean scanners can send. */
    private static boolean isKoreanHanja(char c) {
        return c != UNDRAWN && KOREAN.newEncoder().canEncode(c);
    }

    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '\\' || c == ' ' && blank) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank;
    }

    private static String blanksAsOne(String text) {
        return text.strip().replaceAll(" {2,}", " ");
    }
}
