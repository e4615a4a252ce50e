package dev.dockhand.hardware.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one line of the table of application identifiers; the form is told at the head of the file. */
final class TableLine {

    private TableLine() {}

    static List<ApplicationIdentifier> read(String line, ValueChecks checks) {
        String[] columns = line.trim().split(" +", 5);
        if (columns.length != 5) {
            throw new IllegalStateException("not a line of the table: " + line);
        }
        List<ApplicationIdentifier.Field> fields = Arrays.stream(columns[2].split("\\+"))
                .map(text -> field(text, checks))
                .toList();
        Partners partners = Partners.read(columns[3]);
        return codes(columns[0]).stream()
                .map(code -> new ApplicationIdentifier(
                        code,
                        columns[4],
                        columns[1].contains("="),
                        columns[1].contains("?"),
                        partners.key,
                        partners.qualifiers,
                        partners.needs,
                        partners.bars,
                        ApplicationIdentifier.Form.of(fields)))
                .toList();
    }

    private static List<String> codes(String text) {
        String[] ends = text.split("-");
        if (ends.length == 1) {
            return List.of(text);
        }
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .mapToObj(Integer::toString)
                .toList();
    }

    private static ApplicationIdentifier.Field field(String text, ValueChecks checks) {
        boolean optional = text.startsWith("?");
        String[] parts = (optional ? text.substring(1) : text).split(":");
        String[] lengths = parts[0].substring(1).split("-");
        CharacterSet set = CharacterSet.of(parts[0].charAt(0));
        List<ValueCheck> found = new ArrayList<>();
        if (set == CharacterSet.BASE64) {
            found.add(TableLine::padding);
        }
        Arrays.stream(parts).skip(1).map(checks::named).forEach(found::add);
        return new ApplicationIdentifier.Field(
                set, Integer.parseInt(lengths[0]), Integer.parseInt(lengths[lengths.length - 1]), optional, found);
    }

    /** Base64url may end in one or two signs of padding when that fills its last group of characters. */
    private static @Nullable Gs1Reason padding(CharSequence text, int from, int to, int year) {
        int padded = to;
        while (padded > from && text.charAt(padded - 1) == '=') {
            padded--;
        }
        boolean inside = text.subSequence(from, padded).chars().anyMatch(c -> c == '=');
        int signs = to - padded;
        boolean fits = signs == 0 || (signs <= 2 && (to - from) % 3 == 0);
        return inside || !fits ? Gs1Reason.FORM : null;
    }

    /** The column of partners. */
    private static final class Partners {
        private boolean key;
        private final List<List<String>> qualifiers = new ArrayList<>();
        private final List<List<String>> needs = new ArrayList<>();
        private final List<String> bars = new ArrayList<>();

        static Partners read(String column) {
            Partners partners = new Partners();
            for (String part : column.split(";")) {
                partners.add(part);
            }
            return partners;
        }

        private void add(String part) {
            String[] sides = part.split("=", 2);
            List<String> alternatives = sides.length == 1 ? List.of() : List.of(sides[1].split("/"));
            switch (sides[0]) {
                case "key" -> {
                    key = true;
                    alternatives.forEach(sequence -> qualifiers.add(List.of(sequence.split(","))));
                }
                case "needs" -> alternatives.forEach(group -> needs.add(List.of(group.split("\\+"))));
                case "bars" -> bars.addAll(alternatives);
                case "-" -> {
                    // no partners
                }
                default -> throw new IllegalStateException("not a rule on partners: " + part);
            }
        }
    }
}
