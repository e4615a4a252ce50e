package dev.dockhand.app.ui.keys;

import dev.dockhand.app.flow.Command;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The shapes of keys. */
public final class KeyIcons {

    private KeyIcons() {}

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
            case NEXT_BOX -> Material2RoundAL.ADD_BOX;
            case FINISH -> Material2RoundAL.FLAG;
            case BACK -> Material2RoundAL.ARROW_BACK;
        };
    }
}
