package dev.dockhand.server.intake;

import java.util.Set;
import java.util.regex.Pattern;

/** Values as they may stand in the answer to an import. */
final class Shown {

    private static final Set<String> SECRETS = Set.of("pin", "badge");
    private static final Pattern OF_A_PERSON = Pattern.compile("(?:sender|recipient)_(?:name|address)|message");
    private static final int LONGEST = 40;

    private Shown() {}

    /** The value in quotes and bounded; a phone masked in its middle, a secret or what is a person's not at all. */
    static String of(String column, String value) {
        if (SECRETS.contains(column) || OF_A_PERSON.matcher(column).matches()) {
            return "the value";
        }
        String told =
                column.equals("picture") ? value.replaceFirst("\\?.*", "?…").replaceFirst("//[^/]*@", "//…@") : value;
        String bounded = told.length() > LONGEST ? told.substring(0, LONGEST) + "…" : told;
        String plain = bounded.replaceAll("\\p{Cntrl}", " ").strip();
        boolean phone = column.endsWith("_phone") && plain.chars().noneMatch(Character::isLetter);
        return "\"" + (phone ? plain.replaceAll("(?<=.{3})[0-9](?=.{2})", "*") : plain) + "\"";
    }
}
