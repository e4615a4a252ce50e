package dev.dockhand.server;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.server.store.Site;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The journal of a station for whoever talks to a server over the network. */
public final class TestJournal {

    private final Site site;
    private final StationId station;
    private final List<byte[]> lines = new ArrayList<>();
    private String previous = EventCodec.NO_PREVIOUS;

    /** An empty journal of epoch 1. */
    public TestJournal(Site site, StationId station) {
        this.site = site;
        this.station = station;
    }

    /** So many more acts. */
    public TestJournal signOuts(int acts) {
        for (int i = 0; i < acts; i++) {
            did(Draft.free(null, new Act.SignedOut(), List.of()));
        }
        return this;
    }

    /** One act more. */
    public TestJournal did(Draft draft) {
        int seq = lines.size() + 1;
        byte[] line = EventCodec.encode(new FloorEvent(
                EventCodec.SCHEMA,
                site.company(),
                site.warehouse(),
                station,
                1,
                seq,
                new EventId(station + "-" + seq),
                Instant.parse("2026-11-23T09:00:00Z"),
                draft.operator(),
                draft.task(),
                draft.leaseToken(),
                draft.act(),
                draft.movements(),
                previous));
        previous = EventCodec.hash(line);
        lines.add(line);
        return this;
    }

    /** Number of the last act. */
    public long lastSeq() {
        return lines.size();
    }

    /** The body of a push of some acts. */
    public byte[] lines(long fromSeq, long toSeq) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.subList(Math.toIntExact(fromSeq - 1), Math.toIntExact(toSeq)).forEach(line -> {
            bytes.writeBytes(line);
            bytes.write('\n');
        });
        return bytes.toByteArray();
    }
}
