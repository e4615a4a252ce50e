package dev.dockhand.hardware.scan;

/**
 * Where things stand in the input report of a HID scanner (usage page 8C). Makers differ, so it is data.
 *
 * @param report the report's id, its first byte
 * @param size bytes of a report, id included
 * @param lengthAt where the number of data bytes stands
 * @param aimAt where the three characters of the AIM identifier stand; 0 when there are none
 * @param dataAt where the data begin
 * @param dataMost the most data bytes of a report
 * @param continuedAt where the lowest bit tells that a further report continues the same code
 */
public record HidLayout(int report, int size, int lengthAt, int aimAt, int dataAt, int dataMost, int continuedAt) {

    /**
     * Checks that all of it lies within the report.
     *
     * @throws IllegalArgumentException when it does not
     */
    public HidLayout {
        check(report > 0 && report <= 255, "report is a number from 1 to 255");
        check(size >= 8 && size <= 1_024, "size is a number from 8 to 1024");
        check(lengthAt > 0 && lengthAt < size, "lengthAt lies within the report");
        check(aimAt >= 0 && aimAt + AimIdentifier.LENGTH <= size, "aimAt lies within the report");
        check(dataMost > 0 && dataAt > 0 && dataAt + dataMost <= size, "the data lie within the report");
        check(continuedAt > 0 && continuedAt < size, "continuedAt lies within the report");
    }

    private static void check(boolean good, String rule) {
        if (!good) {
            throw new IllegalArgumentException("HID layout: " + rule);
        }
    }
}
