package dev.dockhand.app.bench;

import dev.dockhand.hardware.gs1.Sscc;
import dev.dockhand.model.id.LicensePlate;

/**
 * The SSCCs of one station: extension digit (the epoch's last digit), company prefix, station number and serial number.
 * Two stations never make the same one.
 */
public final class PlateNumbers {

    private static final int PER_EPOCH = 1_000_000;

    private final int station;
    private final int epoch;

    /**
     * The numbers of a station.
     *
     * @param station the station's number, 1 to 999
     * @param epoch life of the station's journal, from 1
     */
    public PlateNumbers(int station, int epoch) {
        if (station < 1 || station > 999) {
            throw new IllegalArgumentException("a station number is 1 to 999");
        }
        this.station = station;
        this.epoch = epoch;
    }

    /**
     * The n-th plate.
     *
     * @param companyPrefix the GS1 company prefix of the warehouse, at most seven digits
     * @param serial 1 to 999,999 within an epoch
     */
    LicensePlate number(String companyPrefix, int serial) {
        if (serial < 1 || serial >= PER_EPOCH) {
            throw new IllegalArgumentException("an epoch has 999,999 plates; enrol the station again for more");
        }
        return new LicensePlate(Sscc.of(epoch % 10, companyPrefix, (long) station * PER_EPOCH + serial)
                .digits());
    }
}
