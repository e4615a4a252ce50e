package dev.dockhand.app.ui.keys;

import dev.dockhand.app.flow.Command;

/** What a key does. */
public sealed interface KeyAction {
    /** A key of the job. */
    record Press(Command command) implements KeyAction {}

    /** A page of the window. */
    record Open(PageId page) implements KeyAction {}

    /** What a shortcut does on the open page. */
    record Do(Shortcut shortcut) implements KeyAction {}

    /** Prints the command sheet. */
    record PrintSheet() implements KeyAction {}
}
