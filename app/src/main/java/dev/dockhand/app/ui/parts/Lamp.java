package dev.dockhand.app.ui.parts;

/** Words with the attention that they want. */
public record Lamp(Level level, String words) {}
