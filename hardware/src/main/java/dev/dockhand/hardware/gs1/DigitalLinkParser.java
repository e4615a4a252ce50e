package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads GS1 Digital Link addresses: {@code https://domain/own/path/01/<GTIN>/10/<lot>/21/<serial>?17=<date>}. The key and
 * its qualifiers stand in the path, in their order; other identifiers stand in the query. GTIN-8, -12 and -13 are padded
 * to 14 digits (GS1 Digital Link: URI Syntax 1.x). A slash at the end of the path, as web servers add it, is left out.
 */
public final class DigitalLinkParser {

    private static final String ADDRESS_CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
    private static final String NOT_IN_A_DOMAIN = "_~?#@!$&'()*+,;=%";
    private static final int MAX_QUERY_PARTS = 64;
    private static final int SHORTEST_KEY = 8;

    private final ApplicationIdentifiers table;
    private final Gs1Parser parser;

    /**
     * A parser of addresses.
     *
     * @param table the identifiers
     * @param parser tells the present year
     */
    public DigitalLinkParser(ApplicationIdentifiers table, Gs1Parser parser) {
        this.table = table;
        this.parser = parser;
    }

    /** True when the text starts like a web address, whatever the case of its scheme. */
    public static boolean looksLikeAddress(String text) {
        return schemeLength(text) > 0;
    }

    private static int schemeLength(String text) {
        String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        if (start.equals("https://")) {
            return 8;
        }
        return start.startsWith("http://") ? 7 : 0;
    }

    /**
     * Reads an address.
     *
     * @param address the whole address
     * @return the fields; or a failure, of reason LINK_FORM or LINK_KEY when it is a web address of another kind
     */
    public Gs1Result parse(String address) {
        if (address.length() > Gs1Parser.MAX_LENGTH) {
            return Gs1Failure.of(Gs1Reason.SCAN_TOO_LONG, "", Gs1Parser.MAX_LENGTH);
        }
        int start = schemeLength(address);
        int slash = address.indexOf('/', start);
        String domain = slash < 0 ? "" : address.substring(start, slash);
        if (start == 0 || domain.isEmpty() || !holdsOnlyAddressCharacters(address) || !isDomain(domain)) {
            return Gs1Failure.of(Gs1Reason.LINK_FORM, "", start);
        }
        String rest = before(address.substring(slash + 1), '#');
        String path = before(rest, '?');
        String query = rest.substring(Math.min(path.length() + 1, rest.length()));
        return read(path.replaceFirst("/+$", "").split("/", -1), query, slash);
    }

    private Gs1Result read(String[] segments, String query, int position) {
        int key = keyAt(segments);
        if (key < 0) {
            return brokenKey(segments)
                    .map(code -> Gs1Failure.of(Gs1Reason.LINK_ORDER, code, position))
                    .orElseGet(() -> Gs1Failure.of(Gs1Reason.LINK_KEY, "", position));
        }
        List<Gs1.Element> path = new ArrayList<>();
        for (int i = key; i < segments.length; i += 2) {
            path.add(element(segments[i], decode(segments[i + 1], false)));
        }
        List<String> order = path.stream().map(Gs1.Element::ai).toList();
        if (!isSequence(order)) {
            return Gs1Failure.of(Gs1Reason.LINK_ORDER, order.getFirst(), position);
        }
        List<Gs1.Element> all = new ArrayList<>(path);
        Optional<Gs1Failure> failure = addQuery(query, order, all);
        return failure.isPresent() ? failure.get() : checked(all, position);
    }

    /** The rightmost key that only pairs of identifier and value follow, or -1. */
    private int keyAt(String[] segments) {
        for (int i = segments.length - 2; i >= 0; i -= 2) {
            Optional<ApplicationIdentifier> identifier = table.named(segments[i]);
            if (identifier.isEmpty()) {
                return -1;
            }
            if (identifier.get().linkKey()) {
                return i;
            }
        }
        return -1;
    }

    /** A key with its number in a path that goes on in another way than Digital Links do: a broken link, no other address. */
    private Optional<String> brokenKey(String[] segments) {
        return IntStream.range(0, segments.length - 1)
                .filter(i -> segments[i + 1].length() >= SHORTEST_KEY
                        && CheckDigit.allDigits(segments[i + 1], 0, segments[i + 1].length())
                        && table.named(segments[i])
                                .filter(ApplicationIdentifier::linkKey)
                                .isPresent())
                .mapToObj(i -> segments[i])
                .findFirst();
    }

    private boolean isSequence(List<String> order) {
        List<String> rest = order.subList(1, order.size());
        return rest.isEmpty()
                || table.named(order.getFirst()).stream()
                        .flatMap(key -> key.qualifiers().stream())
                        .anyMatch(qualifiers -> isInOrder(rest, qualifiers));
    }

    private static boolean isInOrder(List<String> rest, List<String> qualifiers) {
        int at = 0;
        for (String qualifier : qualifiers) {
            if (at < rest.size() && rest.get(at).equals(qualifier)) {
                at++;
            }
        }
        return at == rest.size();
    }

    private Optional<Gs1Failure> addQuery(String query, List<String> order, List<Gs1.Element> all) {
        String[] parts = query.split("&", MAX_QUERY_PARTS + 1);
        if (parts.length > MAX_QUERY_PARTS) {
            return Optional.of(Gs1Failure.of(Gs1Reason.TOO_MANY_FIELDS, "", 0));
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            // Whatever is not a number belongs to the owner of the address, not to GS1.
            if (equals < 0 || !CheckDigit.allDigits(part, 0, equals)) {
                continue;
            }
            String code = part.substring(0, equals);
            Optional<ApplicationIdentifier> identifier = table.named(code);
            if (identifier.isEmpty()) {
                return Optional.of(Gs1Failure.of(Gs1Reason.UNKNOWN_IDENTIFIER, code, 0));
            }
            if (!identifier.get().linkAttribute() || belongsInPath(code, order)) {
                return Optional.of(Gs1Failure.of(Gs1Reason.LINK_QUERY, code, 0));
            }
            all.add(element(code, decode(part.substring(equals + 1), true)));
        }
        return Optional.empty();
    }

    /** True when the identifier could stand among the qualifiers that the path already has. */
    private boolean belongsInPath(String code, List<String> order) {
        for (int i = 1; i <= order.size(); i++) {
            List<String> longer = new ArrayList<>(order);
            longer.add(i, code);
            if (isSequence(longer)) {
                return true;
            }
        }
        return false;
    }

    private Gs1Result checked(List<Gs1.Element> elements, int position) {
        int year = parser.year();
        Set<String> seen = new HashSet<>();
        for (Gs1.Element element : elements) {
            if (!seen.add(element.ai())) {
                return Gs1Failure.of(Gs1Reason.REPEATED, element.ai(), position);
            }
            Gs1Failure failure = table.named(element.ai())
                    .map(identifier ->
                            Gs1Parser.fault(element.value(), 0, element.value().length(), identifier, year))
                    .orElse(null);
            if (failure != null) {
                return failure;
            }
        }
        return new Gs1(elements, year);
    }

    private static Gs1.Element element(String code, String value) {
        boolean shortGtin = code.equals("01")
                && Stream.of(8, 12, 13).anyMatch(length -> length == value.length())
                && CheckDigit.allDigits(value, 0, value.length());
        return new Gs1.Element(code, shortGtin ? "0".repeat(14 - value.length()) + value : value);
    }

    private static String decode(String text, boolean plusIsSpace) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                decoded.append((char) (high * 16 + low));
                i += 2;
            } else {
                decoded.append(plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        return decoded.toString();
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static boolean holdsOnlyAddressCharacters(String address) {
        return address.chars().allMatch(c -> ADDRESS_CHARACTERS.indexOf(c) >= 0);
    }

    private static boolean isDomain(String domain) {
        return domain.chars().noneMatch(c -> NOT_IN_A_DOMAIN.indexOf(c) >= 0);
    }
}
