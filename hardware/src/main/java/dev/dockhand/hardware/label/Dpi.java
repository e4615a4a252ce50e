package dev.dockhand.hardware.label;

/** Resolution of a print head. */
public enum Dpi {
    /** 203.2 dots an inch, exactly 8 a millimetre. */
    DPI_203(203.2),
    /** 300 dots an inch. */
    DPI_300(300),
    /** 600 dots an inch. */
    DPI_600(600);

    private static final double MM_PER_INCH = 25.4;

    private final double perInch;

    Dpi(double perInch) {
        this.perInch = perInch;
    }

    /** The dots nearest to a length in millimetres. */
    public int dots(double mm) {
        return (int) Math.round(mm * perInch / MM_PER_INCH);
    }

    /** The length of so many dots in millimetres. */
    public double mm(int dots) {
        return dots * MM_PER_INCH / perInch;
    }

    /**
     * The resolution that people call by this number.
     *
     * @param number 203, 300 or 600
     * @throws IllegalArgumentException for another number
     */
    public static Dpi of(int number) {
        return switch (number) {
            case 203 -> DPI_203;
            case 300 -> DPI_300;
            case 600 -> DPI_600;
            default -> throw new IllegalArgumentException("a print head has 203, 300 or 600 dpi, not " + number);
        };
    }
}
