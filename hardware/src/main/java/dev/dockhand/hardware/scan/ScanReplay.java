package dev.dockhand.hardware.scan;

import dev.dockhand.hardware.port.RawTrace;
import dev.dockhand.hardware.port.TraceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the scans in a trace again, at the times of the trace, so that a fault of the field becomes a test. */
public final class ScanReplay {

    private static final Duration END = ScanFramer.PATIENCE.plusSeconds(1);

    private ScanReplay() {}

    /**
     * All scans of a trace, numbered from 1.
     *
     * @param trace what went over the scanner's wire
     * @param profile the scanner's model
     */
    public static List<ScanEvent> events(TraceFile trace, ScannerProfile profile) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        String device = trace.about().getOrDefault("device", "scanner");
        ScanReader reader = new ScanReader(device, new AtomicLong()::incrementAndGet, now::get);
        ScanCutter cutter = profile.cutter(Framing.USUAL);
        List<ScanEvent> events = new ArrayList<>();
        long last = 0;
        for (TraceFile.Chunk chunk : trace.chunks()) {
            if (chunk.direction() == RawTrace.Direction.IN) {
                now.set(chunk.at());
                last = nanos(chunk.at());
                cutter.idle(last).forEach(frame -> events.add(reader.read(frame)));
                cutter.accept(chunk.bytes(), last).forEach(frame -> events.add(reader.read(frame)));
            }
        }
        cutter.idle(last + END.toNanos()).forEach(frame -> events.add(reader.read(frame)));
        return events;
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
