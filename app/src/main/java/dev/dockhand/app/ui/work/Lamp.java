package dev.dockhand.app.ui.work;

/** Words with the attention that they want. */
public record Lamp(Level level, String words) {}
