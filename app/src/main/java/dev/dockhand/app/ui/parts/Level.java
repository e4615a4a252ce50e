package dev.dockhand.app.ui.parts;

/** How much attention something wants; each has a shape and a colour. */
public enum Level {
    FINE,
    LOOK,
    BAD
}
