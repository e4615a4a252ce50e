package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.DevicesDoor.Asks;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen.Keypad;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Entry;
import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A supervisor's badge and PIN, while a change waits for them. */
final class VouchEdit {

    private final KeypadViewModel pad = new KeypadViewModel();
    private @Nullable Asks asks;

    boolean isOpen() {
        return asks != null;
    }

    /** A supervisor is asked for, or asked again. */
    void open(Asks wanted) {
        asks = wanted;
        Keypad keypad = wanted.screen().keypad();
        pad.show(keypad == null ? Keypad.Kind.CODE : keypad.kind());
    }

    /** Nobody is asked any more. */
    void close() {
        asks = null;
        pad.clear();
    }

    void type(char character) {
        pad.type(character);
    }

    void erase() {
        pad.erase();
    }

    void clear() {
        pad.clear();
    }

    /** A badge was scanned. */
    void scanned(String code) {
        tell(new Input.Scanned(ScannedCode.plain(code)));
    }

    /** Hands over what was typed. */
    void enter() {
        if (pad.isComplete()) {
            tell(new Input.Entered(pad.take()));
        }
    }

    private void tell(Input input) {
        if (asks != null) {
            asks.to().accept(input);
        }
    }

    /** What to do, large; absent while nobody is asked. */
    DevicesShown.@Nullable Setup shown(Texts texts) {
        if (asks == null) {
            return null;
        }
        Text hint = asks.screen().hint();
        return new DevicesShown.Setup(
                Level.LOOK, texts.of(asks.screen().instruction()), hint == null ? "" : texts.of(hint), List.of());
    }

    /** What came of the last answer. */
    @Nullable
    Lamp verdict(Texts texts) {
        Verdict verdict = asks == null ? null : asks.verdict();
        if (verdict == null) {
            return null;
        }
        Level level = switch (verdict.tone()) {
            case GOOD, DONE -> Level.FINE;
            case NOTE -> Level.LOOK;
            case WARN, STOP, ALARM -> Level.BAD;
        };
        return new Lamp(level, texts.of(verdict.text()));
    }

    /** What was typed; a PIN as dots. */
    @Nullable
    Entry entry() {
        return asks == null ? null : pad.entry("");
    }
}
