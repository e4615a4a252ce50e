package dev.dockhand.app.bench;

import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.ScanDecoder;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.gs1.Gs1;
import dev.dockhand.hardware.gs1.Gs1Failure;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.gs1.Gs1Result;
import dev.dockhand.hardware.gs1.Sscc;
import dev.dockhand.hardware.scan.LayoutCheck;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.model.id.Gtin;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the text of a scan into what the flows understand. Free of state but for the question what is known. */
public final class CodeReader {

    /** Waybills of Korean carriers have twelve digits without this check digit: such a number is never suspected. */
    private static final int WAYBILL_LENGTH = 12;

    private static final Text TOO_LONG = Text.of("code.too-long", ScanDecoder.LONGEST);

    private final Gs1Reader gs1;
    private final Predicate<String> known;

    /**
     * A reader.
     *
     * @param gs1 reads what carries GS1 data
     * @param known whether the house gave exactly this code a meaning, so that a number with a wrong check digit is
     *     called wrong only when it is nothing else
     */
    public CodeReader(Gs1Reader gs1, Predicate<String> known) {
        this.gs1 = gs1;
        this.known = known;
    }

    /** Reads a scan. */
    ScannedCode read(DecodedScan decoded) {
        return switch (decoded.event()) {
            case Scan scan -> read(scan.text(), decoded.data(), decoded.gs1(), scan.repaired());
            case RefusedScan refused -> refused(refused.reason());
        };
    }

    /**
     * Reads a code.
     *
     * @param aim the scanner's symbology identifier, absent when it sent none
     * @param scanned what was scanned or typed
     * @param repaired whether a wrong keyboard layout was mended
     */
    public ScannedCode read(@Nullable String aim, String scanned, boolean repaired) {
        String data = ScanDecoder.normal(scanned);
        return read(scanned, data, gs1.read(aim == null ? "" : aim, data), repaired);
    }

    private ScannedCode read(String scanned, String data, Optional<Gs1Result> read, boolean repaired) {
        if (scanned.length() > ScanDecoder.LONGEST) {
            return wrong(scanned.substring(0, ScanDecoder.LONGEST), TOO_LONG, repaired);
        }
        if (scanned.strip().equals(LayoutCheck.SET_UP_CODE)) {
            return wrong(data, Text.of("code.set-up"), repaired);
        }
        if (read.isEmpty()) {
            return plain(data, repaired);
        }
        return switch (read.get()) {
            case Gs1 fields -> fields(data, fields, repaired);
            case Gs1Failure failure ->
                known.test(data.strip()) ? plain(data, repaired) : wrong(data, DecodedScan.words(failure), repaired);
        };
    }

    private static ScannedCode refused(RefusedScan.Reason reason) {
        Text error = switch (reason) {
            case TOO_LONG -> TOO_LONG;
            case TORN, EMPTY -> Text.of("code.torn");
            case CONTROL_CHARACTER -> Text.of("code.control-character");
            case NOT_UTF8 -> Text.of("code.not-utf8");
        };
        return wrong("", error, false);
    }

    private ScannedCode plain(String data, boolean repaired) {
        LicensePlate plate =
                Sscc.read(data).map(sscc -> new LicensePlate(sscc.digits())).orElse(null);
        String own = Gtin.read(data).map(Gtin::digits).filter(known).orElse(null);
        Text error = plate == null && own == null && data.length() != WAYBILL_LENGTH && !known.test(data)
                ? gs1.suspicion(data).map(DecodedScan::words).orElse(null)
                : null;
        return new ScannedCode(data, own, null, null, null, plate, error, repaired);
    }

    private static ScannedCode fields(String data, Gs1 gs1, boolean repaired) {
        return new ScannedCode(
                data,
                gs1.gtin().or(gs1::contentGtin).map(Gtin::digits).orElse(null),
                gs1.lot().map(Lot::new).orElse(null),
                gs1.expiry().or(gs1::bestBefore).orElse(null),
                gs1.count().orElse(null),
                gs1.sscc().map(sscc -> new LicensePlate(sscc.digits())).orElse(null),
                null,
                repaired);
    }

    private static ScannedCode wrong(String data, Text error, boolean repaired) {
        return new ScannedCode(data, null, null, null, null, null, error, repaired);
    }
}
