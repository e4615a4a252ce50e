package dev.dockhand.app.ui.settings;

import java.util.Locale;

/**
 * What a person chose for this window.
 *
 * @param language Korean or English
 * @param dark whether the dark theme is on
 * @param muted whether the sounds are off
 * @param dpi dots an inch of the screen, 60 to 400; touch targets are measured with it
 */
public record WindowSettings(Locale language, boolean dark, boolean muted, double dpi) {

    /** Dots an inch where nobody measured. */
    public static final double USUAL_DPI = 96;

    private static final double LEAST_DPI = 60;
    private static final double MOST_DPI = 400;

    /** Korean, light, with sound. */
    public static final WindowSettings USUAL = new WindowSettings(Locale.KOREAN, false, false, USUAL_DPI);

    /** Keeps the density within what screens have. */
    public WindowSettings {
        dpi = Double.isFinite(dpi) ? Math.clamp(dpi, LEAST_DPI, MOST_DPI) : USUAL_DPI;
    }

    /** In the next language. */
    public WindowSettings withNextLanguage() {
        Locale next = language.getLanguage().equals("ko") ? Locale.ENGLISH : Locale.KOREAN;
        return new WindowSettings(next, dark, muted, dpi);
    }

    /** In the other theme. */
    public WindowSettings withOtherTheme() {
        return new WindowSettings(language, !dark, muted, dpi);
    }

    /** With the sounds switched over. */
    public WindowSettings withSoundSwitched() {
        return new WindowSettings(language, dark, !muted, dpi);
    }
}
