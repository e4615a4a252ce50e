package dev.dockhand.app.device;

import java.util.Map;

/**
 * A label that is to be printed.
 *
 * @param job reference of the job; the printer refuses one that it had before
 * @param template id of the label, for instance {@code waybill}
 * @param data the label's fields
 * @param again whether somebody asked for the same label once more: that is a print job of its own
 */
public record LabelJob(String job, String template, Map<String, Object> data, boolean again) {

    /** Leaves the data out: it may hold a recipient. */
    @Override
    public String toString() {
        return "LabelJob[" + job + ", " + template + "]";
    }
}
