package dev.dockhand.app.ui.parts;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A shape for everything that has a colour, so that colour never speaks alone. */
public final class Icons {

    private Icons() {}

    /** The shape of a tone. */
    public static Ikon of(Verdict.Tone tone) {
        return switch (tone) {
            case GOOD -> Material2RoundAL.CHECK_CIRCLE;
            case DONE -> Material2RoundAL.DONE_ALL;
            case NOTE -> Material2RoundAL.INFO;
            case WARN -> Material2RoundMZ.WARNING;
            case STOP -> Material2RoundMZ.PAN_TOOL;
            case ALARM -> Material2RoundMZ.NOTIFICATIONS_ACTIVE;
        };
    }

    /** The shape of a line's state. */
    public static Ikon of(Screen.Row.State state) {
        return switch (state) {
            case DONE -> Material2RoundAL.CHECK_CIRCLE;
            case CURRENT -> Material2RoundMZ.PLAY_ARROW;
            case OPEN -> Material2RoundMZ.RADIO_BUTTON_UNCHECKED;
            case SHORT -> Material2RoundMZ.REMOVE_CIRCLE;
            case OVER -> Material2RoundAL.ADD_CIRCLE;
        };
    }

    /** The shape of an attention level. */
    public static Ikon of(Level level) {
        return switch (level) {
            case FINE -> Material2RoundAL.CHECK_CIRCLE;
            case LOOK -> Material2RoundMZ.WARNING;
            case BAD -> Material2RoundAL.CANCEL;
        };
    }

    /** The shape of a kind of device. */
    public static Ikon device(String kind) {
        return switch (kind) {
            case "SCANNER" -> Material2RoundMZ.QR_CODE_SCANNER;
            case "SCALE" -> Material2RoundMZ.SPEED;
            default -> Material2RoundMZ.PRINT;
        };
    }
}
