package dev.dockhand.hardware.scan;

/**
 * A keyboard under the Korean two-set layout (KS X 5002): makes of keys what an input method commits. Letters become
 * letters of Hangul, which gather to syllables; every other key ends the syllable and stays itself.
 */
final class TwoSetKeyboard {

    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnm";
    private static final String PLAIN = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ";
    private static final String SHIFTED = "ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ";
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    /** First part, second part, both as one letter. */
    private static final String PAIRS = "ㄱㅅㄳㄴㅈㄵㄴㅎㄶㄹㄱㄺㄹㅁㄻㄹㅂㄼㄹㅅㄽㄹㅌㄾㄹㅍㄿㄹㅎㅀㅂㅅㅄㅗㅏㅘㅗㅐㅙㅗㅣㅚㅜㅓㅝㅜㅔㅞㅜㅣㅟㅡㅣㅢ";

    private static final char NONE = ' ';

    private final StringBuilder committed = new StringBuilder();
    private char initial = NONE;
    private char medial = NONE;
    private char last = NONE;

    private TwoSetKeyboard() {}

    /** What arrives when these keys are typed at a program that takes syllables. */
    static String type(String keys) {
        TwoSetKeyboard keyboard = new TwoSetKeyboard();
        keys.chars().forEach(key -> keyboard.press((char) key));
        keyboard.commit();
        return keyboard.committed.toString();
    }

    /** What arrives when each letter is committed by itself. */
    static String typeApart(String keys) {
        StringBuilder letters = new StringBuilder();
        keys.chars().forEach(key -> letters.append(letter((char) key)));
        return letters.toString();
    }

    private static char letter(char key) {
        int plain = KEYS.indexOf(key);
        int shifted = KEYS.indexOf(Character.toLowerCase(key));
        return plain >= 0 ? PLAIN.charAt(plain) : shifted >= 0 ? SHIFTED.charAt(shifted) : key;
    }

    private void press(char key) {
        char letter = letter(key);
        if (letter == key) {
            commit();
            committed.append(key);
        } else if (MEDIALS.indexOf(letter) >= 0) {
            vowel(letter);
        } else {
            consonant(letter);
        }
    }

    private void vowel(char letter) {
        if (last != NONE) {
            int pair = splitOf(last);
            char moved = pair < 0 ? last : PAIRS.charAt(pair + 1);
            last = pair < 0 ? NONE : PAIRS.charAt(pair);
            commit();
            initial = moved;
            medial = letter;
        } else if (medial == NONE) {
            medial = letter;
        } else if (joined(medial, letter) != NONE) {
            medial = joined(medial, letter);
        } else {
            commit();
            medial = letter;
        }
    }

    private void consonant(char letter) {
        if (initial != NONE && medial != NONE && last == NONE && FINALS.indexOf(letter) > 0) {
            last = letter;
        } else if (last != NONE && joined(last, letter) != NONE) {
            last = joined(last, letter);
        } else {
            commit();
            initial = letter;
        }
    }

    private void commit() {
        if (initial != NONE && medial != NONE) {
            int syllable = (INITIALS.indexOf(initial) * 21 + MEDIALS.indexOf(medial)) * 28 + FINALS.indexOf(last);
            committed.append((char) (0xAC00 + syllable));
        } else if (initial != NONE || medial != NONE) {
            committed.append(initial == NONE ? medial : initial);
        }
        initial = NONE;
        medial = NONE;
        last = NONE;
    }

    private static char joined(char first, char second) {
        for (int i = 0; i < PAIRS.length(); i += 3) {
            if (PAIRS.charAt(i) == first && PAIRS.charAt(i + 1) == second) {
                return PAIRS.charAt(i + 2);
            }
        }
        return NONE;
    }

    private static int splitOf(char pair) {
        for (int i = 0; i < PAIRS.length(); i += 3) {
            if (PAIRS.charAt(i + 2) == pair) {
                return i;
            }
        }
        return -1;
    }
}
