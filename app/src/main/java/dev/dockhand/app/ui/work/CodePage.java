package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.parts.KeypadViewModel;
import java.util.function.Consumer;

/** A damaged code is typed. */
public final class CodePage implements Page {

    private final KeypadViewModel keypad = new KeypadViewModel();
    private final Consumer<String> typed;

    /**
     * A page.
     *
     * @param typed gets a code that is complete
     */
    public CodePage(Consumer<String> typed) {
        this.typed = typed;
    }

    /** Begins a code anew; what may be a PIN is shown as dots. */
    public void begin(boolean secret) {
        keypad.show(secret ? Screen.Keypad.Kind.BADGE : Screen.Keypad.Kind.CODE);
    }

    /** What was typed so far. */
    public KeypadViewModel keypad() {
        return keypad;
    }

    @Override
    public PageId id() {
        return PageId.CODE;
    }

    @Override
    public void typed(char character) {
        keypad.type(character);
    }

    @Override
    public void erase() {
        keypad.erase();
    }

    @Override
    public void clear() {
        keypad.clear();
    }

    @Override
    public void enter() {
        if (keypad.isComplete()) {
            typed.accept(keypad.take());
        }
    }
}
