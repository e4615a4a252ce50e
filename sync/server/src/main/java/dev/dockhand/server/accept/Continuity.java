package dev.dockhand.server.accept;

import dev.dockhand.model.event.LostEvent;
import dev.dockhand.model.protocol.Push;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides which pushed events are new: nothing twice, nothing left out, nothing from a second machine. Pure. */
final class Continuity {

    private Continuity() {}

    /**
     * What the server has of an epoch.
     *
     * @param lastSeq last event that it has, 0 for none
     * @param lastHash its hash; zeros for none
     */
    record Head(long lastSeq, String lastHash) {}

    /** The answer to a push. */
    sealed interface Verdict {}

    /**
     * These come on top; all others were repeats.
     *
     * @param fresh new events in order, each with its number
     * @param repeats numbers of the events that the server already has
     */
    record Take(List<RawEvent> fresh, List<Long> repeats) implements Verdict {}

    /** Nothing was taken. */
    record Refuse(Push.Code code, long expected) implements Verdict {}

    /**
     * Gives every line a number: its own, or the one that its neighbours leave for it. A push of nothing but unreadable
     * lines goes on where the server stands, unless what can be read of them says otherwise, or their hashes are known.
     *
     * @param known numbers of stored events by hash
     */
    static List<RawEvent> number(List<RawEvent> lines, Head head, Map<String, Long> known) {
        long first = firstNumber(lines, head, known);
        List<RawEvent> numbered = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            RawEvent line = lines.get(i);
            boolean nameless = line.event() == null;
            numbered.add(nameless ? line.numbered(first + i) : line);
        }
        return numbered;
    }

    private static long firstNumber(List<RawEvent> lines, Head head, Map<String, Long> known) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).event() != null) {
                return lines.get(i).seq() - i;
            }
        }
        boolean followsHead =
                !lines.isEmpty() && head.lastHash().equals(lines.getFirst().previous());
        for (int i = 0; i < lines.size() && !followsHead; i++) {
            Long seen = known.get(lines.get(i).hash());
            if (lines.get(i).seq() > 0) {
                return lines.get(i).seq() - i;
            }
            if (seen != null) {
                return seen - i;
            }
        }
        return head.lastSeq() + 1;
    }

    /**
     * Judges a push.
     *
     * @param lines numbered lines
     * @param head what the server has
     * @param stored hashes of the stored events with the numbers of the lines
     */
    static Verdict judge(List<RawEvent> lines, Head head, Map<Long, String> stored) {
        List<RawEvent> fresh = new ArrayList<>();
        List<Long> repeats = new ArrayList<>();
        long expected = head.lastSeq() + 1;
        String before = head.lastHash();
        long next = -1;
        for (RawEvent line : lines) {
            if (next >= 0 && line.seq() != next) {
                return new Refuse(Push.Code.GAP, expected);
            }
            next = line.seq() + 1;
            if (line.seq() <= head.lastSeq()) {
                if (!line.lost() && !line.hash().equals(stored.get(line.seq()))) {
                    return new Refuse(Push.Code.EPOCH_CONFLICT, expected);
                }
                repeats.add(line.seq());
            } else if (line.seq() != expected + fresh.size()) {
                return new Refuse(Push.Code.GAP, expected);
            } else if (!follows(line, before)) {
                return new Refuse(Push.Code.EPOCH_CONFLICT, expected);
            } else {
                fresh.add(line);
                before = line.hash();
            }
        }
        return new Take(List.copyOf(fresh), List.copyOf(repeats));
    }

    /**
     * Whether a line names the one before it. Where that one is the newest of a station and its disk lost it, nobody names it:
     * either side may know it by its number alone.
     */
    private static boolean follows(RawEvent line, String before) {
        String unknown = new LostEvent(Math.max(1, line.seq() - 1), null).chained();
        return line.previous() == null
                || line.previous().equals(before)
                || line.previous().equals(unknown)
                || before.equals(unknown);
    }
}
