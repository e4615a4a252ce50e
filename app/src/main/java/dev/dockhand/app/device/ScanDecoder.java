package dev.dockhand.app.device;

import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.NormalText;
import java.util.Optional;

/** Takes scans apart, where they come in. Free of state. */
public final class ScanDecoder {

    /** Longer codes are refused unread. */
    public static final int LONGEST = 4096;

    private final Gs1Reader gs1;

    /** A decoder that finds GS1 data with a reader. */
    public ScanDecoder(Gs1Reader gs1) {
        this.gs1 = gs1;
    }

    /** Takes a scan apart. */
    public DecodedScan decode(ScanEvent event) {
        return switch (event) {
            case RefusedScan refused -> new DecodedScan(refused, "", Optional.empty(), Optional.empty());
            case Scan scan
            when scan.text().length() > LONGEST ->
                new DecodedScan(scan, scan.text(), Optional.empty(), Optional.empty());
            case Scan scan -> {
                String data = normal(scan.text());
                yield new DecodedScan(scan, data, WindowKey.of(data), gs1.read(scan.aimText(), data));
            }
        };
    }

    /** A code in the one form that identifiers have; as it is where it can be none. */
    public static String normal(String scanned) {
        return Identifier.read(scanned, NormalText::identifier).orElse(scanned);
    }
}
