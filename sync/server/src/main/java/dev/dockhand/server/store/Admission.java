package dev.dockhand.server.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of a thing that a room was told.
 *
 * @param result whether it is stored
 * @param remark why it was refused, or what else is to be said of it; absent where nothing is
 */
public record Admission(Result result, @Nullable Remark remark) {

    /** It is new, or other than what was known. */
    public static final Admission LOADED = new Admission(Result.LOADED, null);

    /** It was known as it is. */
    public static final Admission UNCHANGED = new Admission(Result.UNCHANGED, null);

    /** Whether a thing is stored. */
    public enum Result {
        LOADED,
        UNCHANGED,
        REFUSED
    }

    /**
     * Something to be said of a thing.
     *
     * @param field what of it, as it is called in files
     * @param code stable name of the reason
     * @param message the reason in plain English
     */
    public record Remark(String field, String code, String message) {}

    /** It is not stored. */
    public static Admission refused(String field, String code, String message) {
        return new Admission(Result.REFUSED, new Remark(field, code, message));
    }

    /** The same, with something to be said. */
    public Admission saying(@Nullable Remark more) {
        return new Admission(result, more);
    }
}
