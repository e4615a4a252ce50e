package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.PlateLabel;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The next item is scanned.
 *
 * @param receipt what was counted so far
 */
record ScanItem(Receipt receipt) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        return switch (Found.item(code, lookup)) {
            case Found.One(var item) -> Counts.begin(receipt, item, code, lookup);
            case Found.Several(var items) -> oneOf(items, code, lookup);
            case Found.None ignored -> noItem(code, lookup);
        };
    }

    /** Of several items with one barcode, the one that the notice names, or the only one of its brand; else the operator says which. */
    private Decision<ReceivingState> oneOf(List<Item> items, ScannedCode code, Lookup lookup) {
        return Stream.<Predicate<Item>>of(this::isAnnounced, this::isOfItsBrand)
                .map(meant -> items.stream().filter(meant).toList())
                .filter(meant -> meant.size() == 1)
                .findFirst()
                .map(meant -> Counts.begin(receipt, meant.getFirst(), code, lookup))
                .orElseGet(() -> Answers.note(new ChooseItem(receipt, code, items), "receiving.which-item"));
    }

    private boolean isAnnounced(Item item) {
        return receipt.asn().lines().stream().anyMatch(line -> line.item().equals(item.id()));
    }

    private boolean isOfItsBrand(Item item) {
        return item.brand().equals(receipt.asn().id().brand());
    }

    private Decision<ReceivingState> noItem(ScannedCode code, Lookup lookup) {
        List<Asn> named = Codes.notices(code, lookup);
        if (named.isEmpty()) {
            return Answers.unwanted(this, code, lookup);
        }
        if (named.stream().anyMatch(asn -> asn.id().equals(receipt.asn().id()))) {
            return Answers.note(this, "receiving.notice-is-open", receipt.asn().id());
        }
        return named.stream().allMatch(Asn::closed)
                ? Answers.warn(this, "receiving.notice-closed", named.getFirst().id())
                : ChooseNotice.ANY.onScan(code, lookup);
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case FINISH -> Answers.note(new Review(receipt.fresh(lookup)), "receiving.look-again");
            case BACK ->
                Answers.note(
                        ChooseNotice.ANY, "receiving.left-open", receipt.asn().id());
            case PRINT_AGAIN -> printAgain(lookup);
            default -> Answers.noSuchKey(this);
        };
    }

    private Decision<ReceivingState> printAgain(Lookup lookup) {
        if (receipt.last() == null) {
            return Answers.warn(this, "receiving.no-plate-yet");
        }
        return Decision.<ReceivingState>show(
                        this,
                        Verdict.note("receiving.printing-again", receipt.last().plate()))
                .with(PlateLabel.again(receipt.last(), receipt.asn().id().name(), lookup));
    }

    @Override
    public Screen screen(Lookup lookup) {
        Command[] keys = receipt.last() == null
                ? new Command[] {Command.FINISH, Command.BACK}
                : new Command[] {Command.FINISH, Command.PRINT_AGAIN, Command.BACK};
        return Screen.of(ReceivingFlow.ID, "receiving.scan-item", Text.of("receiving.scan-item"), keys)
                .withHint(Text.of("receiving.scan-item.hint"))
                .withCounting()
                .withRows(
                        receipt.rows(-1, lookup),
                        List.of(Text.of(
                                "receiving.notice-of",
                                receipt.asn().id(),
                                receipt.asn().supplier())));
    }
}
