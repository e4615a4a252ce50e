package dev.dockhand.model.site;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WarehouseId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a warehouse works; every station of it is told.
 *
 * @param id key within its company
 * @param name as people call it
 * @param zone its time zone, which says what day it is there
 * @param currency what money there is in
 * @param companyPrefix GS1 company prefix of the license plates that are made there, seven digits
 * @param labelDpi resolution of its label printers in dots per inch: 203, 300 or 600
 * @param weighing how far a parcel's weight may be off
 * @param cutOffs when carriers leave
 * @param holidays days on which no carrier leaves
 */
public record Warehouse(
        WarehouseId id,
        String name,
        ZoneId zone,
        Currency currency,
        String companyPrefix,
        int labelDpi,
        Weighing weighing,
        List<CutOffTime> cutOffs,
        Set<LocalDate> holidays) {

    /** A prefix for numbers that stay in the house, for companies without one of their own (GS1 prefix 04). */
    public static final String IN_HOUSE_PREFIX = "0400000";

    private static final Set<Integer> RESOLUTIONS = Set.of(203, 300, 600);
    private static final int LONGEST_NAME = 80;
    private static final int MOST_CUT_OFFS = 200;
    private static final int MOST_HOLIDAYS = 1000;
    private static final int LONGEST_CLOSURE_DAYS = 30;

    /** Copies the lists. */
    public Warehouse {
        cutOffs = List.copyOf(cutOffs);
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
    }

    /**
     * The same, when people may have it so. Not asked of what a server tells: a later one may allow more.
     *
     * @throws IllegalArgumentException when one of it cannot be
     */
    public Warehouse checked() {
        check(!name.isBlank() && name.length() <= LONGEST_NAME, "name has 1 to 80 characters");
        check(companyPrefix.matches("[0-9]{7}"), "companyPrefix has seven digits");
        check(RESOLUTIONS.contains(labelDpi), "labelDpi is 203, 300 or 600");
        check(cutOffs.size() <= MOST_CUT_OFFS, "there are at most 200 cutOffs");
        check(holidays.size() <= MOST_HOLIDAYS, "there are at most 1000 holidays");
        check(
                weighing.isPossible(),
                "weighing: percents are 0 to 100, no weight is negative, and approval is no less than tolerance");
        check(
                cutOffs.stream().noneMatch(time -> time.days().isEmpty()),
                "each of the cutOffs has at least one of its days");
        return this;
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** A warehouse with what suits most, without cut-offs. */
    public static Warehouse usual(WarehouseId id, ZoneId zone) {
        return new Warehouse(
                id,
                id.value(),
                zone,
                Currency.getInstance("KRW"),
                IN_HOUSE_PREFIX,
                203,
                Weighing.USUAL,
                List.of(),
                Set.of());
    }

    /** The day there. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /**
     * When a carrier's service leaves next: a time for the very service goes before one for all services of the carrier.
     *
     * @return nothing where no time was set, or none comes within a month
     */
    public Optional<Instant> nextCutOff(CarrierCode carrier, String service, Instant now) {
        List<CutOffTime> ofCarrier =
                cutOffs.stream().filter(time -> time.carrier().equals(carrier)).toList();
        List<CutOffTime> ofService = ofCarrier.stream()
                .filter(time -> time.service().equals(service))
                .toList();
        List<CutOffTime> times = ofService.isEmpty()
                ? ofCarrier.stream().filter(time -> time.service().isEmpty()).toList()
                : ofService;
        LocalDate today = today(now);
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(LONGEST_CLOSURE_DAYS)
                .filter(day -> !holidays.contains(day))
                .flatMap(day -> times.stream()
                        .filter(time -> time.days().contains(day.getDayOfWeek()))
                        .map(time -> ZonedDateTime.of(day, time.at(), zone).toInstant())
                        .sorted())
                .filter(now::isBefore)
                .findFirst();
    }
}
