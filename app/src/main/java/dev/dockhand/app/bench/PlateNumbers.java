package dev.dockhand.app.bench;

import dev.dockhand.hardware.gs1.Sscc;
import dev.dockhand.model.id.LicensePlate;

/**
 * The SSCCs of one station: extension digit (the epoch's last digit), company prefix, station number and serial number.
 * Two stations never make the same one.
 */
public final class PlateNumbers {

    /** A prefix for numbers that stay in the house, for companies without one of their own (GS1 prefix 04). */
    public static final String IN_HOUSE_PREFIX = "0400000";

    private static final int PREFIX_DIGITS = 7;
    private static final int PER_EPOCH = 1_000_000;

    private final String companyPrefix;
    private final int station;
    private final int epoch;

    /**
     * The numbers of a station.
     *
     * @param companyPrefix seven digits
     * @param station the station's number, 1 to 999
     * @param epoch life of the station's journal, from 1
     */
    public PlateNumbers(String companyPrefix, int station, int epoch) {
        if (companyPrefix.length() != PREFIX_DIGITS || !companyPrefix.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("a company prefix has " + PREFIX_DIGITS + " digits here");
        }
        if (station < 1 || station > 999) {
            throw new IllegalArgumentException("a station number is 1 to 999");
        }
        this.companyPrefix = companyPrefix;
        this.station = station;
        this.epoch = epoch;
    }

    /**
     * The n-th plate.
     *
     * @param serial 1 to 999,999 within an epoch
     */
    LicensePlate number(int serial) {
        if (serial < 1 || serial >= PER_EPOCH) {
            throw new IllegalArgumentException("an epoch has 999,999 plates; enrol the station again for more");
        }
        return new LicensePlate(Sscc.of(epoch % 10, companyPrefix, (long) station * PER_EPOCH + serial)
                .digits());
    }
}
