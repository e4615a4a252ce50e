package dev.dockhand.hardware.label;

import java.util.List;

/**
 * A label in a printer's language.
 *
 * @param bytes what makes the printer print it once
 * @param notices what of its fields is not on it; empty when all is
 */
public record WrittenLabel(byte[] bytes, List<LabelNotice> notices) {

    public WrittenLabel {
        notices = List.copyOf(notices);
    }
}
