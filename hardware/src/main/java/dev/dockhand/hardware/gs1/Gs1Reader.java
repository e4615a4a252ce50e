package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import dev.dockhand.model.id.Gtin;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the GS1 data of a scan, whatever carried it: an element string, an EAN or UPC number, or a Digital Link. It goes
 * by the content where the scanner sends no symbology identifier, as most do by default. Free of state.
 */
public final class Gs1Reader {

    private static final int PLATE_LENGTH = 20;
    private static final int ITEM_LENGTH = 16;

    private final ApplicationIdentifiers table;
    private final Gs1Parser elements;
    private final DigitalLinkParser links;

    /**
     * A reader.
     *
     * @param table the identifiers
     * @param clock tells the present year
     */
    public Gs1Reader(ApplicationIdentifiers table, InstantSource clock) {
        this.table = table;
        this.elements = new Gs1Parser(table, clock);
        this.links = new DigitalLinkParser(table, elements);
    }

    /** The identifiers that this reader knows. */
    public ApplicationIdentifiers table() {
        return table;
    }

    /**
     * Reads a scan.
     *
     * @param aim the symbology identifier such as {@code ]C1}, or empty when the scanner sent none
     * @param data what follows it
     * @return the fields or what is wrong with them; empty when the scan is no GS1 data at all, such as a location code
     */
    public Optional<Gs1Result> read(String aim, String data) {
        return switch (aim) {
            case "]C1", "]e0", "]d2", "]Q3", "]J1" -> Optional.of(elements.parse(data));
            case "]E0" -> sold(article(data.length() == 8 ? upcA(data) : data, 13));
            case "]E3" -> sold(article(data.length() > 13 ? data.substring(0, 13) : data, 13));
            case "]E4" -> sold(article(data, 8));
            case "" -> guess(data);
            default -> DigitalLinkParser.looksLikeAddress(data) ? link(data) : carton(aim, data);
        };
    }

    /**
     * What may be wrong with a code that {@link #read} left alone and that nobody else knows either: a number of the length
     * of an article number, or an element string that starts with a key, whose check digit is wrong. Then it was misread
     * or misprinted; it is no proof, since a waybill may look the same. An article number of one shop is told as such.
     *
     * @param data a scan without symbology identifier
     */
    public Optional<Gs1Failure> suspicion(String data) {
        if (!CheckDigit.allDigits(data, 0, Math.min(data.length(), ITEM_LENGTH))
                || read("", data).isPresent()) {
            return Optional.empty();
        }
        if (Gtin.read(data).isPresent()) {
            return Optional.of(Gs1Failure.of(Gs1Reason.IN_STORE, "01", 0));
        }
        return switch (data.length()) {
            case 8, 12, 13, 14 -> Optional.of(Gs1Failure.of(Gs1Reason.CHECK_DIGIT, "01", data.length() - 1));
            default ->
                data.length() >= ITEM_LENGTH && (data.startsWith("01") || data.startsWith("02"))
                        ? Optional.of(Gs1Failure.of(Gs1Reason.CHECK_DIGIT, data.substring(0, 2), ITEM_LENGTH - 1))
                        : plateSuspicion(data);
        };
    }

    private static Optional<Gs1Failure> plateSuspicion(String data) {
        return data.startsWith("00") && data.length() >= PLATE_LENGTH && CheckDigit.allDigits(data, 0, PLATE_LENGTH)
                ? Optional.of(Gs1Failure.of(Gs1Reason.CHECK_DIGIT, "00", PLATE_LENGTH - 1))
                : Optional.empty();
    }

    /** EAN-13, UPC-A and UPC-E (as 13 digits) or EAN-8; a composite symbol adds an element string behind a bar. */
    private Gs1Result article(String data, int length) {
        int bar = data.indexOf("|]e0");
        String digits = bar < 0 ? data : data.substring(0, bar);
        int stranger = CharacterSet.NUMERIC.firstStranger(digits, 0, digits.length());
        if (digits.length() != length || stranger < length) {
            Gs1Reason reason = digits.isEmpty()
                    ? Gs1Reason.EMPTY
                    : stranger < digits.length()
                            ? Gs1Reason.NOT_A_DIGIT
                            : digits.length() < length ? Gs1Reason.TOO_SHORT : Gs1Reason.TOO_LONG;
            return Gs1Failure.of(reason, "01", Math.min(stranger, length));
        }
        Optional<Gtin> gtin = Gtin.read(digits);
        if (gtin.isEmpty()) {
            return Gs1Failure.of(Gs1Reason.CHECK_DIGIT, "01", length - 1);
        }
        return bar < 0 ? item(gtin.get()) : composite(gtin.get(), elements.parse(data.substring(bar + 4)));
    }

    /** A number that only one shop gives a meaning is left to whoever knows that shop's items. */
    private static Optional<Gs1Result> sold(Gs1Result result) {
        boolean inStore =
                result instanceof Gs1 gs1 && gs1.gtin().filter(Gtin::isInStore).isPresent();
        return inStore ? Optional.empty() : Optional.of(result);
    }

    /** A scanner that sends a UPC-E as it is printed sends eight digits. */
    private static String upcA(String data) {
        return Gtin.upcE(data).map(gtin -> gtin.digits().substring(1)).orElse(data);
    }

    private Gs1 item(Gtin gtin) {
        return new Gs1(List.of(new Gs1.Element("01", gtin.digits())), elements.year());
    }

    private static Gs1Result composite(Gtin gtin, Gs1Result second) {
        return switch (second) {
            case Gs1Failure failure -> failure;
            case Gs1 gs1 -> {
                List<Gs1.Element> all = new ArrayList<>(gs1.elements());
                all.addFirst(new Gs1.Element("01", gtin.digits()));
                yield new Gs1(all, gs1.yearRead());
            }
        };
    }

    /** An ITF-14 on a carton is a GTIN when its check digit is right. */
    private Optional<Gs1Result> carton(String aim, String data) {
        return aim.startsWith("]I") && data.length() == 14 ? Gtin.read(data).map(this::item) : Optional.empty();
    }

    private Optional<Gs1Result> link(String data) {
        Gs1Result result = links.parse(data);
        boolean otherAddress = result instanceof Gs1Failure failure
                && (failure.reason() == Gs1Reason.LINK_FORM || failure.reason() == Gs1Reason.LINK_KEY);
        return otherAddress ? Optional.empty() : Optional.of(result);
    }

    /**
     * Without a symbology identifier the content must speak: a separator, an address, an article number with a right
     * check digit, or an element string that starts with a right key. A number with a wrong check digit may as well be a
     * waybill, so it is left to whoever knows the waybills.
     */
    private Optional<Gs1Result> guess(String data) {
        if (DigitalLinkParser.looksLikeAddress(data)) {
            return link(data);
        }
        boolean first = !data.isEmpty() && data.charAt(0) == Gs1Parser.SEPARATOR;
        String rest = first ? data.substring(1) : data;
        if (first || hasSeparatorBehindIdentifier(rest) || startsWithKey(rest)) {
            return Optional.of(elements.parse(rest));
        }
        return Gtin.read(data).filter(gtin -> !gtin.isInStore()).map(this::item);
    }

    private boolean hasSeparatorBehindIdentifier(String data) {
        return data.indexOf(Gs1Parser.SEPARATOR) > 0 && table.startingAt(data, 0) != null;
    }

    private static boolean startsWithKey(String data) {
        if (data.startsWith("00")) {
            return data.length() >= PLATE_LENGTH && CheckDigit.isRight(data, 2, PLATE_LENGTH);
        }
        return (data.startsWith("01") || data.startsWith("02"))
                && data.length() >= ITEM_LENGTH
                && CheckDigit.isRight(data, 2, ITEM_LENGTH);
    }
}
