package dev.dockhand.app.ui.parts;

import java.util.function.Consumer;

/**
 * A keypad that is touched, unlike the keys of a keyboard: a touch that fell on a screen that nobody can have seen is none.
 *
 * @param typing takes what is typed
 * @param touched told what a touch means; decides whether it counts
 */
public record Touched(Typing typing, Consumer<Runnable> touched) implements Typing {

    @Override
    public void typed(char character) {
        touched.accept(() -> typing.typed(character));
    }

    @Override
    public void erase() {
        touched.accept(typing::erase);
    }

    @Override
    public void clear() {
        touched.accept(typing::clear);
    }

    @Override
    public void enter() {
        touched.accept(typing::enter);
    }
}
