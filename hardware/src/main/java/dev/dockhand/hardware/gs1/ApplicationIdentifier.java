package dev.dockhand.hardware.gs1;

import java.util.List;

/**
 * One application identifier as the GS1 syntax dictionary defines it.
 *
 * @param code the identifier, 2 to 4 digits
 * @param title the short title that is printed beside it
 * @param predefinedLength true when the value ends by its length and no separator follows
 * @param linkAttribute true when it may stand in the query of a Digital Link
 * @param linkKey true when it is a primary key of a Digital Link
 * @param qualifiers the sequences of qualifiers that may follow the key, each in its order
 * @param needs groups of partners, one of which must be there; empty when none is needed
 * @param bars identifiers or patterns ({@code n} for any digit) that must not be there
 * @param form the form of the value
 */
public record ApplicationIdentifier(
        String code,
        String title,
        boolean predefinedLength,
        boolean linkAttribute,
        boolean linkKey,
        List<List<String>> qualifiers,
        List<List<String>> needs,
        List<String> bars,
        Form form) {

    /** Keeps its own copies. */
    public ApplicationIdentifier {
        qualifiers = qualifiers.stream().map(List::copyOf).toList();
        needs = needs.stream().map(List::copyOf).toList();
        bars = List.copyOf(bars);
    }

    /** The fewest characters of a value. */
    public int minLength() {
        return form.minLength();
    }

    /** The most characters of a value. */
    public int maxLength() {
        return form.maxLength();
    }

    /** True when the value holds digits only. */
    public boolean numeric() {
        return form.fields().stream().allMatch(field -> field.set() == CharacterSet.NUMERIC);
    }

    /**
     * The form of a value.
     *
     * @param fields its parts
     * @param minLength the fewest characters
     * @param maxLength the most characters
     */
    record Form(List<Field> fields, int minLength, int maxLength) {
        Form {
            fields = List.copyOf(fields);
        }

        static Form of(List<Field> fields) {
            return new Form(
                    fields,
                    fields.stream()
                            .filter(field -> !field.optional())
                            .mapToInt(Field::min)
                            .sum(),
                    fields.stream().mapToInt(Field::max).sum());
        }
    }

    /**
     * A part of a value.
     *
     * @param set the characters it may hold
     * @param min the fewest characters
     * @param max the most characters
     * @param optional true when it may be left out
     * @param checks what else must hold
     */
    record Field(CharacterSet set, int min, int max, boolean optional, List<ValueCheck> checks) {
        Field {
            checks = List.copyOf(checks);
        }
    }
}
