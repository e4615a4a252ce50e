package dev.dockhand.server.release;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Tx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the holder of a lease has come with the work, by what it has told.
 *
 * @param packing whether units were checked into the parcel, or a label was printed
 * @param operator who worked on it last, absent where nobody has begun
 * @param since when packing or picking was begun under this lease; when it was granted where nothing was
 */
record InHand(boolean packing, @Nullable OperatorId operator, Instant since) {

    private static final String ACTS = """
        SELECT raw FROM event
        WHERE company = :company AND warehouse = :warehouse AND task = :task AND station = :station
            AND status <> 'QUARANTINED' AND undone_by IS NULL
        ORDER BY epoch, seq\
        """;

    private static final String GRANTED = """
        SELECT granted_at FROM lease
        WHERE company = :company AND warehouse = :warehouse AND task = :task AND token = :token\
        """;

    static InHand of(Tx tx, Work work) {
        List<FloorEvent> acts = tx
                .query(ACTS)
                .bind("task", work.task().value())
                .bind("station", String.valueOf(work.holder()))
                .map((row, context) -> decoded(row.getString("raw")))
                .list()
                .stream()
                .filter(event -> Objects.equals(event.leaseToken(), work.token()))
                .filter(event -> !(event.act() instanceof Act.ActUndone))
                .toList();
        Instant packingSince = null;
        for (FloorEvent event : acts) {
            switch (event.act()) {
                case Act.ItemPacked _, Act.ParcelWeighed _, Act.LabelPrinted _ ->
                    packingSince = packingSince == null ? event.at() : packingSince;
                // What was checked lies in the tote again.
                case Act.PackShorted _ -> packingSince = null;
                default -> {}
            }
        }
        OperatorId last = acts.isEmpty() ? null : acts.getLast().operator();
        if (packingSince != null) {
            return new InHand(true, last, packingSince);
        }
        return new InHand(
                false,
                last,
                acts.isEmpty() ? granted(tx, work) : acts.getFirst().at());
    }

    private static Instant granted(Tx tx, Work work) {
        return tx.query(GRANTED)
                .bind("task", work.task().value())
                .bind("token", work.token())
                .map((row, context) -> Instants.read(row, "granted_at"))
                .one();
    }

    private static FloorEvent decoded(String raw) {
        try {
            return EventCodec.decode(raw.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("an event that was read before cannot be read", e);
        }
    }
}
