package dev.dockhand.app.cli;

import dev.dockhand.app.machine.Enrolling;
import java.nio.file.Path;

/**
 * How the window is to open.
 *
 * @param folder the station's folder
 * @param kiosk whether it fills the screen and closes only by a supervisor's word
 * @param enrolling what makes the machine a station first, where it is none
 */
public record WindowStart(Path folder, boolean kiosk, Enrolling enrolling) {}
