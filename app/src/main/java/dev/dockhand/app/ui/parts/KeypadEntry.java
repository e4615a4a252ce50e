package dev.dockhand.app.ui.parts;

import dev.dockhand.app.flow.Screen;

/**
 * What is typed.
 *
 * @param kind which keys there are
 * @param typed as shown: a PIN as dots, a date with its gaps
 * @param isEmpty whether nothing was typed yet
 * @param unit words behind it, empty when none
 */
public record KeypadEntry(Screen.Keypad.Kind kind, String typed, boolean isEmpty, String unit) {}
