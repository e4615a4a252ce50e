package dev.dockhand.hardware.scan;

import java.util.Optional;

/**
 * The three characters that a scanner may send ahead of the data to say what kind of code it read (ISO/IEC 15424): a
 * bracket, a code letter and a modifier. Most scanners send none unless they are told to.
 *
 * @param letter code letter
 * @param modifier what the scanner did, or which variant it is
 */
public record AimIdentifier(char letter, char modifier) {

    /** Length of every identifier. */
    public static final int LENGTH = 3;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUXZdehz";

    /** Kinds of code that Dockhand tells apart. */
    public enum Symbology {
        EAN_UPC,
        EAN_8,
        EAN_WITH_ADD_ON,
        CODE_128,
        GS1_128,
        GS1_DATABAR,
        DATA_MATRIX,
        GS1_DATA_MATRIX,
        QR,
        GS1_QR,
        DOT_CODE,
        GS1_DOT_CODE,
        CODE_39,
        INTERLEAVED_2_OF_5,
        CODABAR,
        CODE_93,
        CODE_11,
        MSI,
        STRAIGHT_2_OF_5,
        PDF_417,
        AZTEC,
        HAN_XIN,
        OTHER
    }

    /**
     * The identifier at the beginning of a text.
     *
     * @param text what the scanner sent
     * @return nothing when the text does not begin with one
     */
    public static Optional<AimIdentifier> at(String text) {
        if (text.length() < LENGTH || text.charAt(0) != ']' || LETTERS.indexOf(text.charAt(1)) < 0) {
            return Optional.empty();
        }
        char modifier = text.charAt(2);
        boolean valid = modifier >= '0' && modifier <= '9'
                || modifier >= 'A' && modifier <= 'Z'
                || modifier >= 'a' && modifier <= 'z';
        return valid ? Optional.of(new AimIdentifier(text.charAt(1), modifier)) : Optional.empty();
    }

    /** As sent, for instance {@code ]C1}. */
    public String text() {
        return "]" + letter + modifier;
    }

    /** The kind of code. */
    public Symbology symbology() {
        return switch (letter) {
            case 'A' -> Symbology.CODE_39;
            case 'C' -> modifier == '1' ? Symbology.GS1_128 : Symbology.CODE_128;
            case 'E' -> ean();
            case 'F' -> Symbology.CODABAR;
            case 'G' -> Symbology.CODE_93;
            case 'H' -> Symbology.CODE_11;
            case 'I' -> Symbology.INTERLEAVED_2_OF_5;
            case 'J' -> modifier == '1' ? Symbology.GS1_DOT_CODE : Symbology.DOT_CODE;
            case 'L' -> Symbology.PDF_417;
            case 'M' -> Symbology.MSI;
            case 'Q' -> modifier == '3' ? Symbology.GS1_QR : Symbology.QR;
            case 'R', 'S' -> Symbology.STRAIGHT_2_OF_5;
            case 'd' -> modifier == '2' ? Symbology.GS1_DATA_MATRIX : Symbology.DATA_MATRIX;
            case 'e' -> Symbology.GS1_DATABAR;
            case 'h' -> Symbology.HAN_XIN;
            case 'z' -> Symbology.AZTEC;
            default -> Symbology.OTHER;
        };
    }

    private Symbology ean() {
        return switch (modifier) {
            case '0' -> Symbology.EAN_UPC;
            case '4' -> Symbology.EAN_8;
            case '1', '2', '3' -> Symbology.EAN_WITH_ADD_ON;
            default -> Symbology.OTHER;
        };
    }

    /** Whether the data are GS1 element strings. */
    public boolean isGs1() {
        return switch (symbology()) {
            case GS1_128, GS1_DATABAR, GS1_DATA_MATRIX, GS1_QR, GS1_DOT_CODE -> true;
            default -> false;
        };
    }
}
