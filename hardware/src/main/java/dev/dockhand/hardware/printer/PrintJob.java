package dev.dockhand.hardware.printer;

/** One label to be printed, once. A reprint is a job of its own with an id of its own. */
public final class PrintJob {
    private static final int MOST_BYTES = 4 << 20;

    private final String id;
    private final byte[] bytes;

    /**
     * A job.
     *
     * @param id names the job in everything that is told of it; unique at this printer
     * @param bytes the label in the printer's language, at most 4 MiB
     */
    public PrintJob(String id, byte[] bytes) {
        if (id.isBlank() || bytes.length == 0 || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a print job has an id and 1 to %d bytes".formatted(MOST_BYTES));
        }
        this.id = id;
        this.bytes = bytes.clone();
    }

    /** Names the job. */
    public String id() {
        return id;
    }

    /** The label in the printer's language. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "PrintJob[%s, %d bytes]".formatted(id, bytes.length);
    }
}
