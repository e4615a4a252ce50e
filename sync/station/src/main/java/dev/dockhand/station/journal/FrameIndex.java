package dev.dockhand.station.journal;

import java.util.Arrays;

/** Where the good records of a segment are: first number and offset of each, ascending. Twelve bytes a record. */
final class FrameIndex {

    private long[] seqs = new long[64];
    private int[] offsets = new int[64];
    private int count;
    private long next;

    void add(long firstSeq, int offset) {
        if (count == seqs.length) {
            seqs = Arrays.copyOf(seqs, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        seqs[count] = firstSeq;
        offsets[count] = offset;
        count++;
    }

    /** Says which number comes after the last record; records from there on are forgotten. */
    FrameIndex upTo(long nextSeq) {
        next = nextSeq;
        while (count > 0 && seqs[count - 1] >= nextSeq) {
            count--;
        }
        return this;
    }

    /** The number after the last record's, 0 before anything was said. */
    long next() {
        return next;
    }

    /** What is there now; it stays as it is while more is added. */
    View view() {
        return new View(seqs, offsets, count, next);
    }

    /** The records up to some moment. Arrays only grow behind it, so it may be read while the index is added to. */
    record View(long[] seqs, int[] offsets, int count, long next) {

        long lastSeq() {
            return next - 1;
        }

        long firstSeq(int record) {
            return seqs[record];
        }

        /** Where a record ends: where the next one begins, or the segment's last byte in use. */
        int stop(int record, int end) {
            return record + 1 < count ? offsets[record + 1] : end;
        }

        int offset(int record) {
            return offsets[record];
        }

        /** The record that holds a number if any does: the last one that begins at it or before; -1 for none. */
        int find(long seq) {
            int found = Arrays.binarySearch(seqs, 0, count, seq);
            return found >= 0 ? found : -found - 2;
        }
    }
}
