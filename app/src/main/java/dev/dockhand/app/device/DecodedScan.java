package dev.dockhand.app.device;

import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.gs1.Gs1;
import dev.dockhand.hardware.gs1.Gs1Failure;
import dev.dockhand.hardware.gs1.Gs1Result;
import dev.dockhand.hardware.scan.AimIdentifier;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import java.util.List;
import java.util.Optional;

/**
 * A scan, taken apart once for everybody on its way.
 *
 * @param event as the scanner sent it
 * @param data its text in the normal form of identifiers; empty where the scan was refused
 * @param key what it asks of the window; empty for most
 * @param gs1 its GS1 fields or what is wrong with them; empty when it carries none
 */
public record DecodedScan(ScanEvent event, String data, Optional<WindowKey> key, Optional<Gs1Result> gs1) {

    /** What it says, for the set-up page. */
    DeviceMessage message() {
        return switch (event) {
            case Scan scan -> reads(scan);
            case RefusedScan refused -> new DeviceMessage.Garbled(refused.reason());
        };
    }

    private DeviceMessage.Reads reads(Scan scan) {
        List<DeviceMessage.Field> fields = gs1.filter(Gs1.class::isInstance).map(Gs1.class::cast).stream()
                .flatMap(read -> read.elements().stream())
                .map(element -> new DeviceMessage.Field(element.ai(), element.value()))
                .toList();
        AimIdentifier aim = scan.aim();
        return new DeviceMessage.Reads(
                scan.text(),
                scan.aimText(),
                aim == null ? "" : aim.symbology().name(),
                scan.repaired(),
                fields,
                gs1.filter(Gs1Failure.class::isInstance)
                        .map(failure -> words((Gs1Failure) failure))
                        .orElse(null));
    }

    /** What is wrong with GS1 data. */
    public static Text words(Gs1Failure failure) {
        String identifier = failure.identifier().isEmpty() ? "?" : failure.identifier();
        if (!failure.separatorAfter().isEmpty()) {
            return Text.of("code.separator-missing", failure.separatorAfter());
        }
        return switch (failure.reason()) {
            case CHECK_DIGIT -> Text.of("code.check-digit");
            case IN_STORE -> Text.of("code.in-store");
            case DATE -> Text.of("code.date", identifier);
            case UNKNOWN_IDENTIFIER -> Text.of("code.unknown-identifier", failure.position() + 1);
            default -> Text.of("code.gs1", identifier);
        };
    }
}
