package dev.dockhand.app.flow.menu;

/** The menu has nothing to remember. */
public record MenuState() {}
