package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Figures;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The item expires and the code did not tell when: scanned, entered as YYMMDD, or as announced for the same lot.
 *
 * @param receipt what was counted so far
 * @param count what was scanned
 */
record AskExpiry(Receipt receipt, Count count) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onEntry(String text, Lookup lookup) {
        return Figures.date(text)
                .map(date -> Counts.dated(receipt, count, date, this, lookup))
                .orElseGet(() -> Answers.warn(this, "receiving.no-date"));
    }

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        if (code.expiry() == null) {
            return Answers.warn(this, "receiving.expiry-first");
        }
        Optional<Item> other = count.otherItem(code, lookup);
        if (other.isPresent()) {
            return Answers.warn(this, "receiving.not-this-item", other.get(), count.item());
        }
        Lot told = code.lot();
        Lot wanted = count.lot();
        return told != null && wanted != null && !Batch.isSame(told, wanted)
                ? Answers.warn(this, "receiving.not-this-lot", told, wanted)
                : Counts.dated(receipt, count, code.expiry(), this, lookup);
    }

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        return known(lookup).stream()
                .filter(date -> date.toString().equals(option))
                .findFirst()
                .map(date -> Counts.dated(receipt, count, date, this, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    /** The dates that are announced for the lot, or that it has already. */
    private List<LocalDate> known(Lookup lookup) {
        return Batch.dates(count.lot(), receipt, count.item(), lookup);
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new ScanItem(receipt), "receiving.not-counted")
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(ReceivingFlow.ID, "receiving.ask-expiry", Text.of("receiving.ask-expiry"), Command.BACK)
                .withHint(Text.of("receiving.ask-expiry.hint"))
                .withItem(Cards.of(count.item(), null, count.lot(), null), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.DATE, null))
                .withOptions(known(lookup).stream()
                        .map(date -> new Screen.Option(date.toString(), Text.of("receiving.known-expiry", date), null))
                        .toList());
    }
}
