package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Each unit is scanned into the parcel.
 *
 * @param parcel the parcel in hand
 * @param last the item that was scanned last, so that the quantity key knows which is meant; absent before the first
 */
record PackItems(Parcel parcel, @Nullable ItemId last) implements PackState {

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        List<Item> items = Found.items(code, lookup);
        List<Item> ordered = items.stream()
                .filter(item -> !parcel.picked(item.id()).isZero())
                .toList();
        if (ordered.isEmpty()) {
            return items.isEmpty() ? notAnItem(code, lookup) : wrongItem(items, code);
        }
        List<Item> open = ordered.stream()
                .filter(item -> !parcel.open(item.id()).isZero())
                .toList();
        if (open.isEmpty()) {
            Item item = ordered.getFirst();
            return Answers.stop(this, "packing.too-many", item, parcel.picked(item.id()));
        }
        if (open.size() > 1) {
            return Answers.note(new ChooseUnit(this, code, open), "packing.which-item");
        }
        return check(open.getFirst(), code, lookup);
    }

    /** One unit of an open item goes into the parcel, unless the code tells that it must not. */
    Decision<PackState> check(Item item, ScannedCode code, Lookup lookup) {
        if (code.lot() != null && !parcel.hasLot(item.id(), code.lot())) {
            return Answers.stop(this, "packing.wrong-lot", item, code.lot());
        }
        LocalDate expiry = code.expiry() == null ? parcel.lastExpiry(item.id(), code.lot()) : code.expiry();
        return expiry != null && lookup.isExpired(expiry)
                ? Answers.stop(this, "packing.expired", item, expiry)
                : Packs.pack(parcel, item.id(), Quantity.ONE, lookup);
    }

    private Decision<PackState> wrongItem(List<Item> items, ScannedCode code) {
        Object scanned = items.size() == 1 ? items.getFirst() : Shown.of(code);
        return Answers.stop(this, "packing.wrong-item", scanned, parcel.task().order());
    }

    private Decision<PackState> notAnItem(ScannedCode code, Lookup lookup) {
        if (Codes.says(code, parcel.tote().value())) {
            return Answers.note(new PackItems(parcel.withTote(), last), "packing.tote-is-right", parcel.tote());
        }
        if (Work.named(code, lookup).isPresent()) {
            return Answers.warn(this, "packing.finish-first", parcel.task().order());
        }
        return Answers.unwanted(this, code, lookup, "packing.item-wanted");
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case QUANTITY ->
                last != null && !parcel.open(last).isZero()
                        ? Answers.note(new PackQuantity(this, last), "packing.enter-quantity", parcel.open(last))
                        : Answers.warn(this, "packing.scan-one-first");
            case PROBLEM ->
                parcel.toteSeen()
                        ? PackProblem.of(this, lookup)
                        : Answers.warn(this, "packing.tote-before-short", parcel.tote());
            case NEXT_BOX -> Boxes.full(this, lookup);
            case BACK -> Packs.setAside(parcel);
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        Optional<ItemId> next = shown();
        boolean more = last != null && !parcel.open(last).isZero();
        List<Command> keys = new ArrayList<>(List.of(Command.PROBLEM, Command.BACK));
        if (more) {
            keys.addFirst(Command.QUANTITY);
        }
        if (!parcel.box().holdsNothing()) {
            keys.addLast(Command.NEXT_BOX);
        }
        Screen screen = Screen.of(
                        PackingFlow.ID, "packing.scan-item", Text.of("packing.scan-item"), keys.toArray(Command[]::new))
                .withHint(Text.of(more ? "packing.scan-item.more" : "packing.scan-item.hint"))
                .withCounting()
                .withRows(parcel.rows(next.orElse(null), lookup), parcel.summary());
        return next.flatMap(lookup::item)
                .map(item -> screen.withItem(
                        Cards.of(item), new Screen.Counter(parcel.packed(item.id()), parcel.picked(item.id()))))
                .orElse(screen);
    }

    /** The item in large: the one that was begun, else the next one that is open. */
    private Optional<ItemId> shown() {
        return last != null && !parcel.open(last).isZero() ? Optional.of(last) : parcel.firstOpen();
    }
}
