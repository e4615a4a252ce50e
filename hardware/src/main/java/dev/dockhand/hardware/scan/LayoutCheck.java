package dev.dockhand.hardware.scan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a printed code of known content with what a keyboard scanner made of it, and says which characters were damaged
 * and what to set. Pure.
 */
public final class LayoutCheck {

    /**
     * The set-up code: letters that other layouts move, letters in both cases, the signs that codes are made of, the
     * separator of GS1 codes (GS), and digits. It fits a Code 128 on the label {@code command}.
     */
    public static final String SET_UP_CODE = "AZQWMYaz-_/.:@\"'#+\u001d013579";

    private static final char GS = '\u001d';
    /** How scanners and programs write the separator out. */
    private static final List<String> GS_WRITTEN_OUT = List.of(
            "<GS>", "{GS}", "[GS]", "(GS)", "<FNC1>", "{FNC1}", "\\x1d", "\\u001d", "\\035", "%1d", "<1D>", "\\F", "^]",
            "GS");

    private static final String BUNDLE = "dev.dockhand.hardware.scan.texts.layout";
    private static final int MOST = 512;
    private static final int OTHER_CASE = 1;
    private static final int OTHER = 3;
    private static final int MISSING = 2;

    private LayoutCheck() {}

    /** What to set, in the order of what to try first. */
    public enum Advice {
        /** The Korean input is on: switch it off, or set the scanner to USB serial. */
        KOREAN_INPUT,
        /** Capitals and small letters are exchanged. */
        CAPS_LOCK,
        /** Keys stand elsewhere: the scanner's keyboard country differs from this computer's. */
        FRENCH_LAYOUT,
        /** As above, with Y and Z exchanged. */
        GERMAN_LAYOUT,
        /** As above, with the at-sign and the quotation mark exchanged. */
        BRITISH_LAYOUT,
        /** As above, another one. */
        OTHER_LAYOUT,
        /** The first characters are missing: the scanner's delay between characters or its prefix. */
        BEGINNING_LOST,
        /** The last characters are missing. */
        END_LOST,
        /** Single characters are missing: the scanner types faster than this computer takes keys. */
        CHARACTERS_LOST,
        /** The separator of GS1 codes does not arrive. */
        GS_LOST,
        /** The separator of GS1 codes arrives as other characters. */
        GS_WRITTEN,
        /** Something else was scanned. */
        ANOTHER_CODE;

        /** What happened and what to set, for a supervisor. */
        public String words(Locale locale) {
            return ResourceBundle.getBundle(
                            BUNDLE,
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(name());
        }
    }

    /**
     * A character that did not arrive as it is printed.
     *
     * @param position where it stands in the printed code, from 0
     * @param printed the character
     * @param arrived what came in its place; empty when nothing did
     */
    public record Damage(int position, char printed, String arrived) {

        /** The printed character as a person can read it. */
        public String shown() {
            return printed == GS ? "<GS>" : String.valueOf(printed);
        }
    }

    /**
     * What the comparison found.
     *
     * @param damages every damaged character, in order
     * @param advice what to set; empty when all is well
     */
    public record Result(List<Damage> damages, Set<Advice> advice) {
        /** Whether every character arrived. */
        public boolean isGood() {
            return damages.isEmpty() && advice.isEmpty();
        }
    }

    /**
     * Compares.
     *
     * @param printed what the code says, at most 512 characters
     * @param arrived what was typed, before any repair; what is beyond 512 characters is not looked at
     */
    public static Result judge(String printed, String arrived) {
        String cut = arrived.substring(0, Math.min(arrived.length(), MOST));
        boolean korean = Hangul.isIn(cut);
        String keys = korean ? Hangul.toQwerty(cut) : cut;
        Optional<String> written = writtenOut(printed, keys);
        if (written.isPresent()) {
            keys = keys.replace(written.get(), String.valueOf(GS));
        }
        List<Damage> damages = new ArrayList<>(align(printed, keys));
        long strange = damages.stream().filter(damage -> !isOtherCase(damage)).count();
        Set<Advice> advice = EnumSet.noneOf(Advice.class);
        addLayout(damages, advice);
        if (strange * 2 > printed.length() && (advice.isEmpty() || advice.contains(Advice.OTHER_LAYOUT))) {
            return new Result(damages, EnumSet.of(Advice.ANOTHER_CODE));
        }
        if (korean) {
            advice.add(Advice.KOREAN_INPUT);
        } else if (damages.stream().anyMatch(LayoutCheck::isOtherCase)) {
            advice.add(Advice.CAPS_LOCK);
        }
        addLosses(damages, printed, advice);
        written.ifPresent(arrivedAs -> damages.add(new Damage(printed.indexOf(GS), GS, arrivedAs)));
        damages.stream()
                .filter(damage -> damage.printed() == GS && !damage.arrived().isEmpty())
                .forEach(damage -> advice.add(Advice.GS_WRITTEN));
        return new Result(damages, advice);
    }

    /** What stands for the separator, where it did not come as itself. */
    private static Optional<String> writtenOut(String printed, String arrived) {
        if (printed.indexOf(GS) < 0 || arrived.indexOf(GS) >= 0) {
            return Optional.empty();
        }
        return GS_WRITTEN_OUT.stream()
                .map(written -> Pattern.compile(Pattern.quote(written), Pattern.CASE_INSENSITIVE)
                        .matcher(arrived))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static void addLayout(List<Damage> damages, Set<Advice> advice) {
        List<Damage> moved = damages.stream()
                .filter(damage -> !damage.arrived().isEmpty() && !isOtherCase(damage) && damage.printed() != GS)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        if (isMoved(moved, "AQ") || isMoved(moved, "QA")) {
            advice.add(Advice.FRENCH_LAYOUT);
        } else if (isMoved(moved, "YZ") || isMoved(moved, "ZY")) {
            advice.add(Advice.GERMAN_LAYOUT);
        } else if (isMoved(moved, "@\"") || isMoved(moved, "\"@")) {
            advice.add(Advice.BRITISH_LAYOUT);
        } else {
            advice.add(Advice.OTHER_LAYOUT);
        }
    }

    private static boolean isMoved(List<Damage> moved, String pair) {
        return moved.stream().anyMatch(damage -> (damage.printed() + damage.arrived()).equalsIgnoreCase(pair));
    }

    private static void addLosses(List<Damage> damages, String printed, Set<Advice> advice) {
        Set<Integer> lost = new TreeSet<>();
        damages.stream().filter(damage -> damage.arrived().isEmpty()).forEach(damage -> lost.add(damage.position()));
        for (int first = 0; lost.remove(first); first++) {
            advice.add(Advice.BEGINNING_LOST);
        }
        for (int last = printed.length() - 1; lost.remove(last); last--) {
            advice.add(Advice.END_LOST);
        }
        if (lost.remove(printed.indexOf(GS))) {
            advice.add(Advice.GS_LOST);
        }
        if (!lost.isEmpty()) {
            advice.add(Advice.CHARACTERS_LOST);
        }
    }

    private static boolean isOtherCase(Damage damage) {
        return damage.arrived().length() == 1
                && Character.isLetter(damage.printed())
                && Character.toLowerCase(damage.printed())
                        == Character.toLowerCase(damage.arrived().charAt(0));
    }

    /**
     * The alignment with the least damage (edit distance, where another case costs least). A layout exchanges keys one by
     * one, so what has the length of the printed code is compared place by place.
     */
    private static List<Damage> align(String printed, String arrived) {
        List<Damage> damages = new ArrayList<>();
        if (printed.length() == arrived.length()) {
            for (int at = 0; at < printed.length(); at++) {
                if (printed.charAt(at) != arrived.charAt(at)) {
                    damages.add(new Damage(at, printed.charAt(at), arrived.substring(at, at + 1)));
                }
            }
            return damages;
        }
        int[][] cost = costs(printed, arrived);
        int i = 0;
        int j = 0;
        while (i < printed.length()) {
            if (j < arrived.length() && cost[i][j] == cost[i + 1][j + 1] + swap(printed.charAt(i), arrived.charAt(j))) {
                if (printed.charAt(i) != arrived.charAt(j)) {
                    damages.add(new Damage(i, printed.charAt(i), arrived.substring(j, j + 1)));
                }
                i++;
                j++;
            } else if (cost[i][j] == cost[i + 1][j] + MISSING) {
                damages.add(new Damage(i, printed.charAt(i), ""));
                i++;
            } else {
                j++;
            }
        }
        return damages;
    }

    /** For every pair of places, what the rest costs. */
    private static int[][] costs(String printed, String arrived) {
        int[][] cost = new int[printed.length() + 1][arrived.length() + 1];
        for (int i = printed.length(); i >= 0; i--) {
            for (int j = arrived.length(); j >= 0; j--) {
                if (i == printed.length() || j == arrived.length()) {
                    cost[i][j] = (printed.length() - i + arrived.length() - j) * MISSING;
                } else {
                    cost[i][j] = Math.min(
                            cost[i + 1][j + 1] + swap(printed.charAt(i), arrived.charAt(j)),
                            MISSING + Math.min(cost[i + 1][j], cost[i][j + 1]));
                }
            }
        }
        return cost;
    }

    private static int swap(char one, char other) {
        if (one == other) {
            return 0;
        }
        return Character.toLowerCase(one) == Character.toLowerCase(other) ? OTHER_CASE : OTHER;
    }
}
