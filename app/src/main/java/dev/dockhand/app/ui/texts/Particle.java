package dev.dockhand.app.ui.texts;

/** Korean particles, which go by the last sound of the word before them: 송장을, 토트를. */
final class Particle {

    private static final int FIRST_SYLLABLE = '가';
    private static final int LAST_SYLLABLE = '힣';
    private static final int ENDINGS = 28;
    private static final int RIEUL = 8;
    /** Digits and letters that are read with a consonant at their end: 영, 일, 삼, 육, 칠, 팔, 엘, 엠, 엔, 알. */
    private static final String CLOSED = "013678LMNR";
    /** Those of them that end in ㄹ. */
    private static final String LIQUID = "178LR";

    private Particle() {}

    /**
     * A word with its particle.
     *
     * @param word any word; what ends in no letter, digit or syllable counts as open
     * @param closed the form behind a consonant: 을, 은, 이, 과, 으로
     * @param open the form behind a vowel: 를, 는, 가, 와, 로
     */
    static String behind(String word, String closed, String open) {
        String bare = word.replaceAll("[^\\p{L}\\p{Nd}]+$", "");
        int last = bare.isEmpty() ? ' ' : Character.toUpperCase(bare.codePointBefore(bare.length()));
        boolean syllable = last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE;
        int ending = syllable ? (last - FIRST_SYLLABLE) % ENDINGS : 0;
        boolean isClosed = syllable ? ending != 0 : CLOSED.indexOf(last) >= 0;
        boolean isLiquid = syllable ? ending == RIEUL : LIQUID.indexOf(last) >= 0;
        return word + (isClosed && !(isLiquid && closed.startsWith("으")) ? closed : open);
    }
}
