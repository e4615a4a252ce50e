package dev.dockhand.app.flow;

import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scanned code says, read but not yet looked up. Barcode data is hostile: it is only ever compared and shown.
 *
 * @param text the code as scanned, without AIM identifier; at most 4,096 characters
 * @param gtin 14 digits where the code holds or is a GTIN with a right check digit
 * @param lot lot in the code
 * @param expiry expiry date in the code
 * @param count units in the code
 * @param plate license plate (SSCC) in the code
 * @param error key of the text that says why the code is wrong, for instance a wrong check digit; absent for a good one
 * @param repaired whether the code was repaired after a wrong keyboard layout
 */
public record ScannedCode(
        String text,
        @Nullable String gtin,
        @Nullable Lot lot,
        @Nullable LocalDate expiry,
        @Nullable Integer count,
        @Nullable LicensePlate plate,
        @Nullable Text error,
        boolean repaired) {

    /** A code that is nothing but its text. */
    public static ScannedCode plain(String text) {
        return new ScannedCode(text, null, null, null, null, null, null, false);
    }

    /** What the catalogue knows the item by: the GTIN where there is one, else the text. */
    public String barcode() {
        return gtin != null ? gtin : text;
    }

    /** The key that this code stands for. */
    public Optional<Command> command() {
        for (Command command : Command.values()) {
            if (command.barcode().equalsIgnoreCase(text)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
