package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.AsnId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goods that are counted against a notice, and the end of it. */
record Receiving(Act.ReceivingAct act) implements ActHandler {

    @Override
    public void refer(References references) {
        references.notices.add(act.asn());
    }

    @Override
    public Optional<String> moves(Moves moves) {
        return switch (act) {
            case Act.GoodsReceived received ->
                moves.exactly(List.of(new Movement(
                        received.goods(), received.quantity(), Place.SUPPLIER, Place.of(received.plate()))));
            case Act.ReceiptClosed _ -> moves.nothing();
        };
    }

    @Override
    public void decide(Case it) {
        switch (act) {
            case Act.GoodsReceived received -> received(it, received);
            case Act.ReceiptClosed closed -> closed(it, closed);
        }
    }

    @Override
    public void undo(Case it) {
        switch (act) {
            case Act.GoodsReceived received -> takenBack(it, received);
            case Act.ReceiptClosed closed -> it.add(new Outcome.ReceiptSet(closed.asn(), false));
        }
    }

    private static void received(Case it, Act.GoodsReceived act) {
        it.add(new Outcome.PlateMade(act.plate(), act.condition()));
        Optional<World.Notice> notice = it.world().notice(act.asn());
        if (notice.isEmpty()) {
            it.unknown(act.asn(), "notice is unknown");
            return;
        }
        if (notice.get().closed()) {
            raise(it, act.asn(), "%s x %s arrived after receiving was finished".formatted(act.quantity(), act.item()));
        }
        World.Line line = notice.get().lines().get(act.line());
        if (line != null) {
            it.add(new Outcome.Received(act.asn(), act.line(), act.quantity().units()));
        } else if (act.line() != 0) {
            it.unknown(act.asn(), "notice has no line " + act.line());
        }
        otherBatch(it.event(), act, line).ifPresent(detail -> raise(it, act.asn(), detail));
    }

    private static void raise(Case it, AsnId about, String detail) {
        it.raise(ExceptionKind.RECEIPT_DISCREPANCY, about.value(), detail);
    }

    /** What is to be told of goods whose lot or date is not the announced one; nothing where it is. */
    private static Optional<String> otherBatch(FloorEvent event, Act.GoodsReceived act, World.@Nullable Line line) {
        boolean told = Stream.of(act.reason().split("\\+"))
                .anyMatch(reason -> reason.equals("OTHER_LOT") || reason.equals("OTHER_EXPIRY"));
        boolean found = line != null
                && (differ(act.goods().lot(), line.lot()) || differ(act.goods().expiry(), line.expiry()));
        if (!told && !found) {
            return Optional.empty();
        }
        String announced = line == null ? "nothing" : batch(line.lot(), line.expiry());
        return Optional.of("line %d: %s x %s of %s, announced %s; plate %s, counted by %s at %s"
                .formatted(
                        act.line(),
                        act.quantity(),
                        act.item(),
                        batch(act.goods().lot(), act.goods().expiry()),
                        announced,
                        act.plate(),
                        event.operator(),
                        event.station()));
    }

    private static boolean differ(@Nullable Object came, @Nullable Object announced) {
        return came != null && announced != null && !came.equals(announced);
    }

    private static String batch(@Nullable Object lot, @Nullable Object expiry) {
        String first = lot == null ? "no lot" : "lot " + lot;
        return expiry == null ? first : first + ", " + expiry;
    }

    /** A count does not hold any more; if a supervisor was told of its lot or date, so that it is taken back. */
    private static void takenBack(Case it, Act.GoodsReceived act) {
        it.add(new Outcome.Received(act.asn(), act.line(), -act.quantity().units()));
        it.world()
                .notice(act.asn())
                .flatMap(notice -> otherBatch(it.event(), act, notice.lines().get(act.line())))
                .ifPresent(detail -> raise(it, act.asn(), "taken back: " + detail));
    }

    private static void closed(Case it, Act.ReceiptClosed act) {
        Optional<World.Notice> notice = it.world().notice(act.asn());
        if (notice.isEmpty()) {
            it.unknown(act.asn(), "notice is unknown");
            return;
        }
        it.add(new Outcome.ReceiptSet(act.asn(), true));
        List<String> words = new ArrayList<>();
        if (!act.discrepancies().isEmpty()) {
            words.add(Words.discrepancies(act.discrepancies()));
        }
        String untouched = untouched(notice.get());
        if (!untouched.isEmpty()) {
            words.add("nothing counted on lines " + untouched);
        }
        if (!words.isEmpty()) {
            words.add("closed by %s at %s"
                    .formatted(it.event().operator(), it.event().station()));
            words.add(agreed(act, untouched));
            raise(it, act.asn(), words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; ")));
        }
    }

    private static String untouched(World.Notice notice) {
        return notice.lines().entrySet().stream()
                .filter(line ->
                        line.getValue().expected() > 0 && line.getValue().received() == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** Who agreed; and what to say where somebody had to and nobody did. */
    private static String agreed(Act.ReceiptClosed act, String untouched) {
        if (act.approver() != null) {
            return "agreed by " + act.approver();
        }
        return untouched.isEmpty() ? "" : "no supervisor agreed";
    }
}
