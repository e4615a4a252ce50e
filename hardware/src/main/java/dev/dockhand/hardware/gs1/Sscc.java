package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import java.util.Optional;

/**
 * A Serial Shipping Container Code: the number of a license plate.
 *
 * @param digits 18 digits, the last one a right check digit
 */
public record Sscc(String digits) {

    /** Checks the number. */
    public Sscc {
        if (digits.length() != 18 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("an SSCC is 18 digits with a right check digit");
        }
    }

    /**
     * Reads an SSCC.
     *
     * @param text 18 digits
     * @return empty when the length or the check digit is wrong
     */
    public static Optional<Sscc> read(String text) {
        return text.length() == 18 && CheckDigit.isRight(text) ? Optional.of(new Sscc(text)) : Optional.empty();
    }

    /**
     * Makes an SSCC.
     *
     * @param extension one digit, free to choose
     * @param companyPrefix the GS1 Company Prefix, 4 to 12 digits
     * @param serial the serial reference; it is padded with zeros in front
     * @throws IllegalArgumentException when the serial does not fit behind the prefix
     */
    public static Sscc of(int extension, String companyPrefix, long serial) {
        int room = 16 - companyPrefix.length();
        String reference = Long.toString(serial);
        if (extension < 0 || extension > 9 || companyPrefix.length() < 4 || serial < 0 || reference.length() > room) {
            throw new IllegalArgumentException("extension, prefix and serial make 17 digits");
        }
        String body = extension + companyPrefix + "0".repeat(room - reference.length()) + reference;
        return new Sscc(body + CheckDigit.of(body));
    }

    @Override
    public String toString() {
        return digits;
    }
}
