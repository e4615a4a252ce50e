package dev.dockhand.app.bench;

import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1;
import dev.dockhand.hardware.gs1.Gs1Failure;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.gs1.Gs1Result;
import dev.dockhand.hardware.scan.AimIdentifier;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes a scan apart for a person: kind of code, GS1 fields, what is wrong with them. */
final class ScanDecoder {

    private final Gs1Reader gs1;

    ScanDecoder(InstantSource clock) {
        gs1 = new Gs1Reader(ApplicationIdentifiers.load(), clock);
    }

    Said decode(ScanEvent event) {
        return switch (event) {
            case Scan scan -> reads(scan);
            case RefusedScan refused -> new Said.Garbled(refused.reason());
        };
    }

    private Said.Reads reads(Scan scan) {
        Optional<Gs1Result> result = gs1.read(scan.aimText(), scan.text());
        List<Said.Field> fields = result.filter(Gs1.class::isInstance).map(Gs1.class::cast).stream()
                .flatMap(read -> read.elements().stream())
                .map(element -> new Said.Field(element.ai(), element.value()))
                .toList();
        AimIdentifier aim = scan.aim();
        return new Said.Reads(
                scan.text(),
                scan.aimText(),
                aim == null ? "" : aim.symbology().name(),
                scan.repaired(),
                fields,
                result.filter(Gs1Failure.class::isInstance)
                        .map(failure -> CodeReader.say((Gs1Failure) failure))
                        .orElse(null));
    }
}
