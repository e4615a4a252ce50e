package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a code means to the house, in words that say what to do with the thing, whichever job it is scanned in. Unknown is
 * only what nobody ever gave a meaning.
 */
public final class Meaning {

    private Meaning() {}

    /** The meaning of a code, absent when nobody knows it. */
    public static Optional<Text> of(ScannedCode code, Lookup lookup) {
        return ofOtherThanTote(code, lookup).or(() -> ofTote(code, lookup));
    }

    /** The meaning of a code that is not the name of a tote. */
    public static Optional<Text> ofOtherThanTote(ScannedCode code, Lookup lookup) {
        return ofKey(code)
                .or(() -> ofItem(code, lookup))
                .or(() -> ofPlace(code, lookup))
                .or(() -> ofPlate(code, lookup))
                .or(() -> ofNotice(code, lookup))
                .or(() -> ofBadge(code, lookup))
                .or(() -> named(code, lookup).map(shipment -> ofShipment(code, shipment, lookup)));
    }

    private static Optional<Text> ofKey(ScannedCode code) {
        boolean isKey = code.text().strip().regionMatches(true, 0, Command.PREFIX, 0, Command.PREFIX.length());
        return isKey ? Optional.of(Text.of("known.key", Shown.of(code))) : Optional.empty();
    }

    private static Optional<Text> ofItem(ScannedCode code, Lookup lookup) {
        List<Item> items = Found.items(code, lookup);
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        items.size() == 1
                                ? Text.of("known.item", items.getFirst())
                                : Text.of("known.items", Shown.of(code), items.size()));
    }

    private static Optional<Text> ofPlace(ScannedCode code, Lookup lookup) {
        return Codes.location(code)
                .flatMap(lookup::location)
                .map(Location::code)
                .map(place -> Text.of("known.location", place));
    }

    private static Optional<Text> ofPlate(ScannedCode code, Lookup lookup) {
        Optional<LicensePlate> plate = Codes.plate(code);
        Optional<Text> waiting = plate.flatMap(lookup::plate)
                .map(waits ->
                        Text.of("known.plate", waits.plate(), waits.quantity(), Shown.item(waits.item(), lookup)));
        return waiting.or(() -> plate.flatMap(lookup::plateEver)
                .map(put -> put.location() == null
                        ? Text.of("known.plate-gone", put.plate())
                        : Text.of("known.plate-put", put.plate(), put.location())));
    }

    private static Optional<Text> ofNotice(ScannedCode code, Lookup lookup) {
        return Codes.notices(code, lookup).stream()
                .min(Comparator.comparing(Asn::closed))
                .map(asn -> Text.of(asn.closed() ? "known.notice-closed" : "known.notice", asn.id()));
    }

    private static Optional<Text> ofBadge(ScannedCode code, Lookup lookup) {
        return lookup.operatorByBadge(code.text().strip()).map(person -> Text.of("known.badge", person.name()));
    }

    /** The shipment that has this order number or waybill, the open or newest one of several. */
    public static Optional<Shipment> named(ScannedCode code, Lookup lookup) {
        return shipments(code, lookup).stream()
                .filter(shipment -> Codes.says(code, shipment.order().name()) || saysWaybill(code, shipment))
                .findFirst();
    }

    private static List<Shipment> shipments(ScannedCode code, Lookup lookup) {
        return Codes.isName(code.text(), Codes.LONGEST_BARCODE) ? lookup.shipments(code.text()) : List.of();
    }

    private static boolean saysWaybill(ScannedCode code, Shipment shipment) {
        return shipment.waybills().stream().anyMatch(waybill -> Codes.says(code, waybill));
    }

    /** How it stands with a shipment, said of the code that was scanned. */
    static Text ofShipment(ScannedCode code, Shipment shipment, Lookup lookup) {
        boolean isLabel = saysWaybill(code, shipment);
        return switch (shipment.stage()) {
            case PACKED -> shipped(shipment, lookup);
            case CANCELLED -> cancelled(shipment, isLabel, lookup);
            case RELEASED, PICKED -> open(shipment, lookup);
            case UNKNOWN -> Text.of("known.stage-unknown", shipment.order());
        };
    }

    private static Text shipped(Shipment shipment, Lookup lookup) {
        Shipment.Closing closing = shipment.closing();
        if (closing == null) {
            return Text.of("known.shipped", shipment.order());
        }
        String at = Shown.clock(closing.at(), lookup);
        return Optional.ofNullable(closing.by())
                .flatMap(lookup::operator)
                .map(person -> Text.of("known.shipped-by", shipment.order(), at, person.name()))
                .orElseGet(() -> Text.of("known.shipped-at", shipment.order(), at));
    }

    private static Text cancelled(Shipment shipment, boolean isLabel, Lookup lookup) {
        ToteCode tote = shipment.tote();
        int units = tote == null ? 0 : units(lookup.inTote(tote));
        if (tote != null && units > 0 && isNewestIn(tote, shipment, lookup)) {
            return Text.of("known.cancelled-goods", shipment.order(), tote, units);
        }
        return Text.of(isLabel ? "known.cancelled-label" : "known.cancelled", shipment.order());
    }

    private static Text open(Shipment shipment, Lookup lookup) {
        if (shipment.holder() == null) {
            return Text.of("known.free", shipment.order());
        }
        Optional<ShipmentTask> here = lookup.task(shipment.task());
        if (here.isEmpty() && isOurs(shipment, lookup)) {
            return Text.of("known.problem-shelf", shipment.order());
        }
        if (here.isEmpty()) {
            return Text.of("known.elsewhere", shipment.order(), shipment.holder());
        }
        Progress progress = lookup.progress(shipment.task());
        if (progress.waitsForAnswer() && Work.hasGoods(here.get(), progress)) {
            return Text.of("known.problem-shelf", shipment.order());
        }
        if (Work.isToPick(here.get(), progress)) {
            return Text.of("known.to-pick", shipment.order());
        }
        return Text.of(
                Work.isToPack(here.get(), progress) ? "known.to-pack" : "known.nothing-picked", shipment.order());
    }

    /** Whether this station has the lease. Work that waits for an answer to what is missing is in no list meanwhile. */
    private static boolean isOurs(Shipment shipment, Lookup lookup) {
        return shipment.holder() != null && shipment.holder().value().equals(lookup.station());
    }

    /** What lies in a tote and whose it is; absent for a code that no tote is known by. */
    public static Optional<Text> ofTote(ScannedCode code, Lookup lookup) {
        return Codes.tote(code).flatMap(tote -> ofTote(tote, lookup));
    }

    private static Optional<Text> ofTote(ToteCode tote, Lookup lookup) {
        int units = units(lookup.inTote(tote));
        Optional<Shipment> owner = owner(tote, lookup);
        if (units == 0) {
            return owner.map(shipment -> Text.of("known.tote-empty", tote));
        }
        return Optional.of(owner.map(shipment -> ofTote(tote, units, shipment, lookup))
                .orElseGet(() -> Text.of("known.tote", tote, units)));
    }

    private static Text ofTote(ToteCode tote, int units, Shipment owner, Lookup lookup) {
        if (owner.stage() == TaskStage.CANCELLED) {
            return Text.of("known.cancelled-goods", owner.order(), tote, units);
        }
        boolean isHere = lookup.task(owner.task()).isPresent();
        if (isHere ? lookup.progress(owner.task()).waitsForAnswer() : isOurs(owner, lookup)) {
            return Text.of("known.problem-shelf", owner.order());
        }
        if (owner.holder() != null && !isHere) {
            return Text.of("known.tote-elsewhere", tote, units, owner.order(), owner.holder());
        }
        return Text.of("known.tote-of", tote, units, owner.order());
    }

    /** Whose goods lie in a tote: the open shipment that was picked into it last, else the newest that was. */
    public static Optional<Shipment> owner(ToteCode tote, Lookup lookup) {
        return lookup.shipments(tote.value()).stream()
                .filter(shipment -> tote.equals(shipment.tote()) && shipment.stage() != TaskStage.PACKED)
                .findFirst();
    }

    private static boolean isNewestIn(ToteCode tote, Shipment shipment, Lookup lookup) {
        return owner(tote, lookup)
                .filter(owner -> owner.task().equals(shipment.task()))
                .isPresent();
    }

    /** Units that lie there; what the stock says is missing is not there. */
    public static int units(List<StockBalance> contents) {
        return contents.stream()
                .mapToInt(balance -> Math.max(0, balance.balance()))
                .sum();
    }
}
