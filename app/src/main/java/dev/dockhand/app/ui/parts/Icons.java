package dev.dockhand.app.ui.parts;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.ui.work.KeyAction;
import dev.dockhand.app.ui.work.Level;
import dev.dockhand.app.ui.work.PageId;
import dev.dockhand.app.ui.work.Shortcut;
import dev.dockhand.app.ui.work.Target;
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

    /** The shape of what is to be scanned. */
    static Ikon of(Target target) {
        return switch (target) {
            case BADGE -> Material2RoundAL.ASSIGNMENT_IND;
            case NOTICE -> Material2RoundAL.DESCRIPTION;
            case ITEM -> Material2RoundAL.LOCAL_OFFER;
            case PLATE -> Material2RoundAL.LABEL;
            case LOCATION -> Material2RoundMZ.PLACE;
            case TOTE -> Material2RoundMZ.SHOPPING_BASKET;
            case WAYBILL -> Material2RoundMZ.RECEIPT;
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

    /** The shape of a job, or of what comes before one. */
    public static Ikon of(FlowId flow) {
        return JobRegistry.of(flow)
                .map(job -> named(job.icon()))
                .orElse(flow.equals(FlowId.MENU) ? Material2RoundAL.APPS : Material2RoundAL.ACCOUNT_BOX);
    }

    private static Ikon named(String icon) {
        return icon.startsWith("mdral")
                ? Material2RoundAL.findByDescription(icon)
                : Material2RoundMZ.findByDescription(icon);
    }

    /** The shape of a key. */
    public static Ikon of(KeyAction action) {
        return switch (action) {
            case KeyAction.Press(var command) -> of(command);
            case KeyAction.Open(var page) ->
                page.equals(PageId.CODE) ? Material2RoundAL.KEYBOARD : Material2RoundMZ.MORE_HORIZ;
            case KeyAction.Do(var shortcut) -> of(shortcut);
            case KeyAction.PrintSheet ignored -> Material2RoundMZ.PRINT;
        };
    }

    private static Ikon of(Shortcut shortcut) {
        return switch (shortcut) {
            case F2 -> Material2RoundMZ.PLAY_ARROW;
            case F3 -> Material2RoundAL.EDIT;
            case F4 -> Material2RoundMZ.SWAP_HORIZ;
            case F5 -> Material2RoundAL.CHECK;
            case F6 -> Material2RoundMZ.PAUSE;
            case F7 -> Material2RoundAL.DONE_ALL;
            case F8 -> Material2RoundMZ.TUNE;
            default -> Material2RoundAL.ARROW_BACK;
        };
    }

    private static Ikon of(Command command) {
        return switch (command) {
            case UNDO -> Material2RoundMZ.UNDO;
            case ACKNOWLEDGE, CONFIRM -> Material2RoundAL.CHECK;
            case MENU -> Material2RoundAL.APPS;
            case SIGN_OUT -> Material2RoundAL.EXIT_TO_APP;
            case QUANTITY -> Material2RoundAL.DIALPAD;
            case PROBLEM -> Material2RoundMZ.REPORT_PROBLEM;
            case PRINT_AGAIN -> Material2RoundMZ.PRINT;
            case FINISH -> Material2RoundAL.FLAG;
            case BACK -> Material2RoundAL.ARROW_BACK;
        };
    }
}
