package dev.dockhand.model.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stations are told, summed up at one moment of the feed: two sides that hold the same rows have the same sums.
 *
 * @param form how rows are chosen, written and summed up, see {@link #FORM}; sums of different forms say nothing
 * @param serverEpoch life of the server's data
 * @param cursor the moment
 * @param mark of the transaction at the cursor
 * @param since parcels that ended before this are left out: each side forgets them in its own time
 * @param rows the sums by kind, of every kind that the side knows
 */
public record Digest(int form, long serverEpoch, long cursor, String mark, Instant since, Map<Kind, Sum> rows) {

    /** Rises when {@link DigestSum} chooses or sums up rows in another way. */
    public static final int FORM = 2;

    /** How long parcels that ended are compared: longer than it takes to compare again, shorter than anybody keeps them. */
    public static final Duration ENDED = Duration.ofDays(1);

    /** Copies the sums. */
    public Digest {
        Objects.requireNonNull(mark);
        Objects.requireNonNull(since);
        rows = Map.copyOf(rows);
    }

    /** What rows are of. */
    public enum Kind {
        /** How the warehouse works. */
        WAREHOUSE,
        ITEM,
        /** Which code means which item: a station keeps a table of its own for that. */
        BARCODE,
        LOCATION,
        OPERATOR,
        ASN,
        /** Units of an item, a lot and an expiry date at a place in the house. */
        STOCK,
        PLATE,
        TASK,
        /** How far the server has told what became of this station's acts. */
        STATION,
        EXCEPTION,
        /** A kind that came later; nothing is compared of it. */
        UNKNOWN
    }

    /**
     * The rows of a kind.
     *
     * @param shape what a row of that kind can say, see {@link dev.dockhand.model.json.Shape}: only rows of one shape are compared
     * @param count how many
     * @param hash sum of the hashes of all of them, 16 hex digits; their order is nothing to it
     */
    public record Sum(String shape, long count, String hash) {

        /** Refuses what cannot be compared. */
        public Sum {
            Objects.requireNonNull(shape);
            Objects.requireNonNull(hash);
        }

        static Sum of(String shape, long count, long hash) {
            return new Sum(shape, count, "%016x".formatted(hash));
        }

        private boolean differs(Sum other) {
            return shape.equals(other.shape) && !equals(other);
        }
    }

    /** Whether both tell of the same moment in the same way, so that they must be equal. */
    public boolean isOfTheSameMomentAs(Digest other) {
        return form == other.form
                && serverEpoch == other.serverEpoch
                && cursor == other.cursor
                && mark.equals(other.mark)
                && since.equals(other.since);
    }

    /** The kinds of which one side has other rows than the other, as far as both can tell the same of them. */
    public Set<Kind> differing(Digest other) {
        Set<Kind> found = new TreeSet<>();
        rows.forEach((kind, sum) -> {
            Sum theirs = other.rows.get(kind);
            if (kind != Kind.UNKNOWN && theirs != null && sum.differs(theirs)) {
                found.add(kind);
            }
        });
        return found;
    }
}
