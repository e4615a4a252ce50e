package dev.dockhand.app.ui.keys;

/**
 * One key of the key row.
 *
 * @param action what it does
 * @param label its word
 * @param shortcut its key on the keyboard
 * @param barcode text of its barcode
 * @param slot where it lies
 * @param primary whether it is the one that usually comes next
 */
public record RowKey(KeyAction action, String label, Shortcut shortcut, String barcode, Slot slot, boolean primary) {}
