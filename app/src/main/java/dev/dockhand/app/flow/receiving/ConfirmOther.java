package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.model.id.Lot;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The goods are of another lot than any that the notice announces, or of another date than their lot has: are they taken in
 * all the same? Chosen, and not confirmed by a key, so that the key that entered the lot cannot answer as well.
 *
 * @param receipt what was counted so far
 * @param count what was scanned
 * @param difference lot or date
 */
record ConfirmOther(Receipt receipt, Count count, Difference difference) implements ReceivingState {

    private static final String TAKE = "TAKE";
    private static final String AGAIN = "AGAIN";

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        return switch (option) {
            case TAKE -> Counts.next(receipt, count.because(difference.reason), lookup);
            case AGAIN ->
                difference == Difference.LOT
                        ? Answers.note(AskLot.of(receipt, count.withoutLot()), "receiving.lot-needed")
                        : Answers.note(new AskExpiry(receipt, count.withoutExpiry()), "receiving.expiry-needed");
            default -> Answers.noSuchChoice(this);
        };
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new ScanItem(receipt), "receiving.not-counted")
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Object came = difference == Difference.LOT
                ? Objects.requireNonNull(count.lot())
                : Objects.requireNonNull(count.expiry());
        return Screen.of(
                        ReceivingFlow.ID,
                        difference.step,
                        Text.of(difference.step, expected(lookup), came),
                        Command.BACK)
                .withHint(Text.of("receiving.confirm-other.hint"))
                .withItem(Cards.of(count.item(), null, count.lot(), count.expiry()), null)
                .withRows(receipt.rows(count.line(), lookup), List.of())
                .withOptions(List.of(
                        new Screen.Option(TAKE, Text.of("receiving.take-other", came), null),
                        new Screen.Option(AGAIN, Text.of("receiving.enter-again"), null)));
    }

    private String expected(Lookup lookup) {
        return difference == Difference.LOT
                ? receipt.lotsOf(count.item().id()).stream().map(Lot::value).collect(Collectors.joining(", "))
                : Batch.dates(count.lot(), receipt, count.item(), lookup).stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(", "));
    }

    /** In what the goods differ. */
    enum Difference {
        LOT("receiving.confirm-lot", Count.OTHER_LOT),
        EXPIRY("receiving.confirm-expiry", Count.OTHER_EXPIRY);

        private final String step;
        private final String reason;

        Difference(String step, String reason) {
            this.step = step;
            this.reason = reason;
        }

        /** Whether the lot is none of those announced for the item. */
        static boolean isOtherLot(Receipt receipt, Count count) {
            Lot lot = count.lot();
            return lot != null
                    && !count.has(Count.OTHER_LOT)
                    && receipt.line(count.line())
                            .filter(line -> line.goods().lot() != null
                                    && !line.goods().lot().equals(lot))
                            .isPresent();
        }

        /** Whether the date is none of those that the lot has. */
        static boolean isOtherExpiry(Receipt receipt, Count count, Lookup lookup) {
            LocalDate expiry = count.expiry();
            if (expiry == null || count.has(Count.OTHER_EXPIRY)) {
                return false;
            }
            List<LocalDate> dates = Batch.dates(count.lot(), receipt, count.item(), lookup);
            return !dates.isEmpty() && !dates.contains(expiry);
        }
    }
}
