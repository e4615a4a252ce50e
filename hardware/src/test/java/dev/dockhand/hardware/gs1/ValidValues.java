package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import java.util.Random;

/** Makes right values for the columns of the table, from the names of their checks. */
final class ValidValues {

    private static final String TEXT =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private final Random random;

    ValidValues(Random random) {
        this.random = random;
    }

    String value(String column) {
        StringBuilder value = new StringBuilder();
        for (String field : column.split("\\+")) {
            boolean optional = field.startsWith("?");
            if (optional && random.nextBoolean()) {
                break;
            }
            value.append(field(optional ? field.substring(1) : field));
        }
        return value.toString();
    }

    private String field(String field) {
        String[] parts = field.split(":");
        String[] bounds = parts[0].substring(1).split("-");
        int min = Integer.parseInt(bounds[0]);
        int length = min + random.nextInt(Integer.parseInt(bounds[bounds.length - 1]) - min + 1);
        for (int i = 1; i < parts.length; i++) {
            switch (parts[i]) {
                case "check" -> {
                    String body = digits(length - 1);
                    return body + CheckDigit.of(body);
                }
                case "pair" -> {
                    return "1987654Ad4X4bL5ttr2310c2K";
                }
                case "company" -> {
                    return digits(4) + (length > 4 ? chars(parts[0].charAt(0), length - 4) : "");
                }
                case "company2" -> throw new IllegalStateException("follows a check digit");
                default -> {
                    return checked(parts[i], length);
                }
            }
        }
        return chars(parts[0].charAt(0), length);
    }

    private String checked(String check, int length) {
        return switch (check) {
            case "date0" -> two(0, 99) + two(1, 12) + two(0, 28);
            case "date" -> two(0, 99) + two(1, 12) + two(1, 28);
            case "date8" -> two(19, 20) + two(0, 99) + two(1, 12) + two(1, 28);
            case "hour" -> two(0, 23);
            case "minute", "second" -> two(0, 59);
            case "time" -> two(0, 23) + two(0, 59);
            case "country", "country999" -> "410";
            case "alpha2" -> "KR";
            case "currency" -> "410";
            case "package" -> "PX";
            case "media" -> two(1, 10);
            case "percent" -> "%ec%84%9c";
            case "latitude" -> two(0, 17) + digits(8);
            case "longitude" -> two(0, 35) + digits(8);
            case "yesno", "winding" -> two(0, 1).substring(1);
            case "sex" -> two(0, 2).substring(1);
            case "hyphen" -> "-";
            case "importer" -> "_";
            case "nonzero", "noleadingzero" -> "1" + digits(length - 1);
            case "zero" -> "0";
            case "sequence" -> "2/3";
            case "piece" -> "0102";
            case "iban" -> "GB33BUKB20201555555555";
            case "coupon" -> "106141416543213150110120";
            case "offer" -> "000000000000000000000";
            default -> throw new IllegalStateException("no value is made for " + check);
        };
    }

    private String two(int least, int most) {
        int number = least + random.nextInt(most - least + 1);
        return (number < 10 ? "0" : "") + number;
    }

    private String digits(int length) {
        return chars('n', length);
    }

    private String chars(char set, int length) {
        String from = switch (set) {
            case 'n' -> "0123456789";
            case 'y' -> "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case 'z' -> "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
            default -> TEXT;
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
