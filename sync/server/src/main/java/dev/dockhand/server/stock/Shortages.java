package dev.dockhand.server.stock;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Asks a supervisor about stock that the books promise and that is not there: balances below zero, and items of which more
 * is promised than can be sold. What came right by itself is settled.
 */
final class Shortages {

    private final Exceptions exceptions;

    Shortages(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    /** Looks at balances that this posting changed. */
    void balances(Tx tx, List<StockBalance> balances, Posting posting) {
        List<String> sound = balances.stream()
                .filter(balance -> balance.balance() >= 0)
                .map(Shortages::about)
                .distinct()
                .toList();
        exceptions.resolve(tx, ExceptionKind.NEGATIVE_STOCK, sound, "the balance is not negative any more");
        for (StockBalance balance : balances) {
            if (balance.balance() < 0) {
                Optional<Posting.Cause> cause =
                        last(posting, entry -> StockKey.from(entry.movement()).equals(StockKey.of(balance)));
                String detail = "balance is %d".formatted(balance.balance());
                exceptions.raise(tx, draft(ExceptionKind.NEGATIVE_STOCK, about(balance), cause, detail));
            }
        }
    }

    /** Place, item and, where there are any, lot and expiry date. */
    private static String about(StockBalance balance) {
        List<String> parts = new ArrayList<>(
                List.of(balance.place().toString(), balance.item().value()));
        Stream.of(balance.goods().lotKey(), balance.goods().expiryKey())
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return String.join(" ", parts);
    }

    /** Looks at items whose level this posting changed. */
    void levels(Tx tx, List<Availability.Level> levels, Posting posting) {
        List<String> sound = levels.stream()
                .filter(level -> !isOversold(level))
                .map(level -> level.item().value())
                .toList();
        exceptions.resolve(tx, ExceptionKind.OVERSOLD, sound, "no more is promised than can be sold any more");
        for (Availability.Level level : levels) {
            if (isOversold(level)) {
                ItemId item = level.item();
                Optional<Posting.Cause> cause =
                        last(posting, entry -> entry.movement().item().equals(item));
                String detail = "%d promised, %d can be sold".formatted(level.promised(), level.sellable());
                exceptions.raise(tx, draft(ExceptionKind.OVERSOLD, item.value(), cause, detail));
            }
        }
    }

    private static boolean isOversold(Availability.Level level) {
        return level.promised() > 0 && level.availableToPromise() < 0;
    }

    private static Optional<Posting.Cause> last(Posting posting, Predicate<Posting.Entry> which) {
        return posting.entries().reversed().stream().filter(which).findFirst().map(Posting.Entry::cause);
    }

    private static ExceptionDraft draft(
            ExceptionKind kind, String about, Optional<Posting.Cause> cause, String detail) {
        return new ExceptionDraft(
                kind,
                about,
                cause.map(Posting.Cause::station).orElse(null),
                cause.map(Posting.Cause::event).orElse(null),
                detail);
    }
}
