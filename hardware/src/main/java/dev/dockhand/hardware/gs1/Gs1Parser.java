package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads element strings: identifier and value one after another, a separator (GS, 1D) behind every value that does not
 * end by its length (GS1 General Specifications 7.8). Whatever comes in, it answers with fields or with a failure and
 * throws nothing. Free of state, so threads may share it.
 */
public final class Gs1Parser {

    /** What the separator FNC1 arrives as. */
    public static final char SEPARATOR = '\u001d';

    /** The most characters that are looked at: what a GS1 DataMatrix can hold. */
    public static final int MAX_LENGTH = 3116;

    private static final int MAX_ELEMENTS = 64;

    private final ApplicationIdentifiers table;
    private final InstantSource clock;

    /**
     * A parser.
     *
     * @param table the identifiers
     * @param clock tells the present year, which the century of a two-digit year follows from
     */
    public Gs1Parser(ApplicationIdentifiers table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Reads the data behind the symbology identifier.
     *
     * @param data the element string, with GS (1D) for each FNC1 but the first
     */
    public Gs1Result parse(String data) {
        if (data.isEmpty()) {
            return Gs1Failure.of(Gs1Reason.EMPTY, "", 0);
        }
        if (data.length() > MAX_LENGTH) {
            return Gs1Failure.of(Gs1Reason.SCAN_TOO_LONG, "", MAX_LENGTH);
        }
        return read(data, year());
    }

    int year() {
        return clock.instant().atOffset(ZoneOffset.UTC).getYear();
    }

    private Gs1Result read(String data, int year) {
        List<Gs1.Element> elements = new ArrayList<>(8);
        String lastOpen = "";
        int at = 0;
        while (at < data.length()) {
            ApplicationIdentifier identifier = table.startingAt(data, at);
            if (identifier == null) {
                return Gs1Failure.of(Gs1Reason.UNKNOWN_IDENTIFIER, "", at).withSeparatorAfter(lastOpen);
            }
            if (elements.size() == MAX_ELEMENTS) {
                return Gs1Failure.of(Gs1Reason.TOO_MANY_FIELDS, identifier.code(), at);
            }
            int from = at + identifier.code().length();
            int to = end(data, from, identifier);
            Gs1Failure failure = fault(data, from, to, identifier, year);
            if (failure != null) {
                return identifier.predefinedLength() ? failure : separatorLost(data, from, to, failure, year);
            }
            Gs1.Element element = new Gs1.Element(identifier.code(), data.substring(from, to));
            if (contradicts(elements, element)) {
                return Gs1Failure.of(Gs1Reason.REPEATED, identifier.code(), at);
            }
            elements.add(element);
            lastOpen = identifier.predefinedLength() ? "" : identifier.code();
            // A separator is also accepted where none is due: encoders add it, and it harms nothing.
            at = to < data.length() && data.charAt(to) == SEPARATOR ? to + 1 : to;
        }
        return new Gs1(elements, year);
    }

    private static int end(String data, int from, ApplicationIdentifier identifier) {
        int separator = data.indexOf(SEPARATOR, from);
        int end = separator < 0 ? data.length() : separator;
        return identifier.predefinedLength() ? Math.min(end, from + identifier.maxLength()) : end;
    }

    private static boolean contradicts(List<Gs1.Element> elements, Gs1.Element element) {
        for (int i = 0; i < elements.size(); i++) {
            Gs1.Element earlier = elements.get(i);
            if (earlier.ai().equals(element.ai()) && !earlier.value().equals(element.value())) {
                return true;
            }
        }
        return false;
    }

    /** Checks a value that is already cut out; null when it is right. */
    static @Nullable Gs1Failure fault(String data, int from, int to, ApplicationIdentifier identifier, int year) {
        if (from >= to) {
            return Gs1Failure.of(Gs1Reason.NO_VALUE, identifier.code(), from);
        }
        int at = from;
        List<ApplicationIdentifier.Field> fields = identifier.form().fields();
        for (int i = 0; i < fields.size(); i++) {
            ApplicationIdentifier.Field field = fields.get(i);
            int end = Math.min(to, at + field.max());
            if (end == at && field.optional()) {
                break;
            }
            if (end - at < field.min()) {
                return Gs1Failure.of(Gs1Reason.TOO_SHORT, identifier.code(), to);
            }
            Gs1Failure failure = fault(data, at, end, field, identifier.code(), year);
            if (failure != null) {
                return failure;
            }
            at = end;
        }
        return at < to ? Gs1Failure.of(Gs1Reason.TOO_LONG, identifier.code(), at) : null;
    }

    private static @Nullable Gs1Failure fault(
            String data, int from, int to, ApplicationIdentifier.Field field, String code, int year) {
        int stranger = field.set().firstStranger(data, from, to);
        if (stranger < to) {
            return Gs1Failure.of(field.set().reason(), code, stranger);
        }
        List<ValueCheck> checks = field.checks();
        for (int i = 0; i < checks.size(); i++) {
            Gs1Reason reason = checks.get(i).fault(data, from, to, year);
            if (reason != null) {
                return Gs1Failure.of(reason, code, from);
            }
        }
        return null;
    }

    /**
     * A value that needs a separator was wrong. When the value can be cut so that both it and everything behind the cut
     * are right, a lost separator is what happened; when it is merely too long, that stays a guess and is only hinted.
     */
    private Gs1Failure separatorLost(String data, int from, int to, Gs1Failure failure, int year) {
        ApplicationIdentifier identifier = table.named(failure.identifier()).orElseThrow();
        int last = Math.min(to - 1, from + identifier.maxLength());
        for (int cut = from + identifier.minLength(); cut <= last; cut++) {
            // Some scanners put another character in the place of GS.
            int next = CheckDigit.isDigit(data.charAt(cut)) ? cut : cut + 1;
            if (fault(data, from, cut, identifier, year) == null && isWhole(data, next, to, year)) {
                return Gs1Failure.of(Gs1Reason.SEPARATOR_MISSING, failure.identifier(), cut)
                        .withSeparatorAfter(failure.identifier());
            }
        }
        return failure.reason() == Gs1Reason.TOO_LONG ? failure.withSeparatorAfter(failure.identifier()) : failure;
    }

    /** True when a run of predefined-length elements, and at most one open one at its end, fills the stretch. */
    private boolean isWhole(String data, int from, int to, int year) {
        int at = from;
        while (at < to) {
            ApplicationIdentifier identifier = table.startingAt(data, at);
            if (identifier == null) {
                return false;
            }
            int start = at + identifier.code().length();
            int end = identifier.predefinedLength() ? Math.min(to, start + identifier.maxLength()) : to;
            if (start >= to || fault(data, start, end, identifier, year) != null) {
                return false;
            }
            at = end;
        }
        return at > from;
    }
}
