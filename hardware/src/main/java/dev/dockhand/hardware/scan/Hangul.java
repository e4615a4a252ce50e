package dev.dockhand.hardware.scan;

import org.jspecify.annotations.Nullable;

/**
 * Turns back what a keyboard scanner typed while the Korean two-set layout was on: each letter of the Hangul alphabet
 * stands for one key of a QWERTY keyboard, or two. Only Q W E R T O P have a second letter with shift, so all other
 * letters come back in lower case. There is no AIM identifier with a small c, so a {@code ]c} becomes {@code ]C}.
 *
 * <p>Syllables (U+AC00), single letters (U+3131) and the letters that some systems compose of (U+1100) are all turned back.
 */
public final class Hangul {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINALS = 28;
    private static final int MEDIALS = 21;
    private static final int FIRST_LETTER = 0x3131;
    private static final int LAST_LETTER = 0x3163;
    /** Unicode's letters for composing: initials, medials, and finals, where the place of "no final" stands free. */
    private static final int FIRST_INITIAL = 0x1100;

    private static final int FIRST_MEDIAL = 0x1161;
    private static final int FIRST_FINAL = 0x11A7;

    private static final String[] INITIAL_KEYS = "r R s e E f a q Q t T d w W c z x v g".split(" ", -1);
    private static final String[] MEDIAL_KEYS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ", -1);
    private static final String[] FINAL_KEYS =
            " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ", -1);
    /** The consonants in the order of Unicode's compatibility letters; the vowels follow as above. */
    private static final String[] CONSONANT_KEYS =
            "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(" ", -1);

    private Hangul() {}

    /** Whether the text holds a Hangul syllable or letter. */
    public static boolean isIn(String text) {
        return text.chars().anyMatch(c -> isSyllable(c) || isLetter(c) || part(c) != null);
    }

    /** The keys that were meant; everything that is not Hangul stays as it is. */
    public static String toQwerty(String text) {
        StringBuilder keys = new StringBuilder(text.length() * 2);
        text.chars().forEach(c -> append(keys, c));
        return keys.indexOf("]c") == 0 ? "]C" + keys.substring(2) : keys.toString();
    }

    private static void append(StringBuilder keys, int c) {
        if (isSyllable(c)) {
            int index = c - FIRST_SYLLABLE;
            keys.append(INITIAL_KEYS[index / (MEDIALS * FINALS)])
                    .append(MEDIAL_KEYS[index / FINALS % MEDIALS])
                    .append(FINAL_KEYS[index % FINALS]);
        } else if (isLetter(c)) {
            int index = c - FIRST_LETTER;
            keys.append(
                    index < CONSONANT_KEYS.length ? CONSONANT_KEYS[index] : MEDIAL_KEYS[index - CONSONANT_KEYS.length]);
        } else {
            String part = part(c);
            keys.append(part == null ? String.valueOf((char) c) : part);
        }
    }

    /** The keys of a letter for composing, or null when it is none. */
    private static @Nullable String part(int c) {
        if (c >= FIRST_INITIAL && c < FIRST_INITIAL + INITIAL_KEYS.length) {
            return INITIAL_KEYS[c - FIRST_INITIAL];
        }
        if (c >= FIRST_MEDIAL && c < FIRST_MEDIAL + MEDIALS) {
            return MEDIAL_KEYS[c - FIRST_MEDIAL];
        }
        return c > FIRST_FINAL && c < FIRST_FINAL + FINALS ? FINAL_KEYS[c - FIRST_FINAL] : null;
    }

    private static boolean isSyllable(int c) {
        return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
    }

    private static boolean isLetter(int c) {
        return c >= FIRST_LETTER && c <= LAST_LETTER;
    }
}
