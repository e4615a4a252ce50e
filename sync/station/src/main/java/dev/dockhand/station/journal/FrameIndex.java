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

    int count() {
        return count;
    }

    long firstSeq(int record) {
        return seqs[record];
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
