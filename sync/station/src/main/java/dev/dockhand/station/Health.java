package dev.dockhand.station;

import java.time.Instant;
import java.util.List;

/**
 * How the station's memory is.
 *
 * @param room whether new work may begin
 * @param freeBytes bytes left on the disk of the station's folder
 * @param notices what happened to the memory since the start, oldest first
 */
public record Health(Room room, long freeBytes, List<Notice> notices) {

    /** Copies the list. */
    public Health {
        notices = List.copyOf(notices);
    }

    /** How much room the disk has. */
    public enum Room {
        /** Enough. */
        PLENTY,
        /** Little: tell somebody. Work goes on. */
        LOW,
        /** Too little to begin new work; work that has begun can be finished. */
        NO_NEW_WORK
    }

    /**
     * Something that happened to the memory and that the operator or IT should know. Nothing was lost unless the kind
     * says so.
     *
     * @param at when, by the station's clock
     * @param kind what
     * @param detail technical facts in English, no personal data
     */
    public record Notice(Instant at, Kind kind, String detail) {}

    /** What can happen. */
    public enum Kind {
        /** The read model was damaged or missing, and was made anew from the files beside it. */
        REBUILT,
        /** The disk takes no file for the read model, so it is in memory until the next start. */
        IN_MEMORY,
        /** The end of a record that was never confirmed was cut off the journal, as after a power cut. */
        JOURNAL_TAIL_CUT,
        /** The disk lost a part of the journal: the server is told what is missing, and gets everything else. */
        JOURNAL_DAMAGED,
        /** The server refuses acts of this station; it keeps them for a supervisor to review. */
        HANDED_OVER,
        /** The disk does not give back an event that is to be sent; it is tried again. Work goes on. */
        JOURNAL_UNREADABLE,
        /** The disk failed on a write; the journal went on in a new file, and nothing was lost. */
        JOURNAL_MOVED,
        /** The server was restored from an older backup; it gets again what it lost. */
        SERVER_RESTORED,
        /** Rows of the read model were not the server's, though it had all news; it was made anew from a snapshot. */
        ROWS_DIFFERED,
        /** The server lost events that this station does not keep any more. */
        EVENTS_TOO_OLD,
        /** The server failed on one event again and again; it was stored there unread for a supervisor. */
        SENT_UNREAD,
        /** The server told, or the journal holds, what this version does not know: it is kept as it came, and read by a later one. */
        SKIPPED,
        /** Work that was begun here was freed or taken over on a supervisor's word; what is done for it here now comes too late. */
        WORK_TAKEN,
        /** The server sent something that could not be used; it was left out. */
        ANSWER_REFUSED,
        /** A part of the link died and was started again. */
        LOOP_RESTARTED
    }
}
