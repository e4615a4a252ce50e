package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The item has lots and the code did not tell: scanned, typed, or as announced.
 *
 * @param receipt what was counted so far
 * @param count what was scanned
 */
record AskLot(Receipt receipt, Count count) implements ReceivingState {

    private static final String ANNOUNCED = "announced";
    private static final int LONGEST = 20;

    @Override
    public Decision<ReceivingState> onEntry(String text, Lookup lookup) {
        String lot = text.strip().toUpperCase(Locale.ROOT);
        return Codes.isName(lot, LONGEST) && lot.chars().allMatch(c -> c > ' ' && c < 127)
                ? Codes.lot(lot)
                        .map(known -> Counts.next(receipt, count.withLot(known)))
                        .orElseThrow()
                : Answers.warn(this, "receiving.no-lot");
    }

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        if (code.lot() == null) {
            return Answers.warn(this, "receiving.lot-first");
        }
        Optional<Item> other = count.otherItem(code, lookup);
        if (other.isPresent()) {
            return Answers.warn(this, "receiving.not-this-item", other.get(), count.item());
        }
        Count known = count.withLot(code.lot());
        return code.expiry() != null && count.lacksExpiry()
                ? Counts.dated(receipt, known, code.expiry(), new AskExpiry(receipt, known), lookup)
                : Counts.next(receipt, known);
    }

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        return option.equals(ANNOUNCED)
                ? announced().map(line -> onAnnounced(line)).orElseGet(() -> Answers.noSuchChoice(this))
                : Answers.noSuchChoice(this);
    }

    private Decision<ReceivingState> onAnnounced(Asn.Line line) {
        return line.lot() == null ? Answers.noSuchChoice(this) : Counts.next(receipt, count.withLot(line.lot()));
    }

    private Optional<Asn.Line> announced() {
        return receipt.line(count.line()).filter(line -> line.lot() != null);
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new ScanItem(receipt), "receiving.not-counted")
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(FlowId.RECEIVING, "receiving.ask-lot", Text.of("receiving.ask-lot"), Command.BACK)
                .withHint(Text.of("receiving.ask-lot.hint"))
                .withItem(Cards.of(count.item()), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.CODE, null))
                .withOptions(announced().stream()
                        .map(line -> new Screen.Option(
                                ANNOUNCED, Text.of("receiving.announced-lot", String.valueOf(line.lot())), null))
                        .toList());
    }
}
