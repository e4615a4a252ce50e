package dev.dockhand.station.journal;

import java.util.ArrayList;
import java.util.List;

/** Collects read events up to a number and a size. */
final class Harvest {

    private static final int MOST_BYTES = 8 << 20;

    private final List<Stored> found = new ArrayList<>();
    private final int mostEvents;
    private final int mostBytes;
    private int bytes;

    Harvest(int mostEvents, int mostBytes) {
        this.mostEvents = mostEvents;
        this.mostBytes = Math.min(mostBytes, MOST_BYTES);
    }

    int bytesLeft() {
        return Math.max(0, mostBytes - bytes);
    }

    boolean add(Stored event) {
        boolean full = found.size() >= mostEvents || (!found.isEmpty() && bytes + event.bytes().length > mostBytes);
        if (full) {
            return false;
        }
        found.add(event);
        bytes += event.bytes().length;
        return true;
    }

    List<Stored> found() {
        return List.copyOf(found);
    }
}
