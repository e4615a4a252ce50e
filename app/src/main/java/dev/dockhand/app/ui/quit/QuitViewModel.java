package dev.dockhand.app.ui.quit;

import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.flow.Screen.Keypad;
import dev.dockhand.app.ui.devices.VouchEdit;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Typing;
import dev.dockhand.app.ui.texts.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A supervisor is asked whether a kiosk may close. All calls on one thread, that of JavaFX in the product. */
public final class QuitViewModel implements Typing {

    /**
     * What the page shows.
     *
     * @param texts the words of the language
     * @param words what to do
     * @param entry what was typed; a PIN as dots
     * @param answer what came of the last answer; absent when there was none
     */
    public record View(
            Texts texts,
            String words,
            KeypadEntry entry,
            @Nullable Lamp answer) {}

    private final Texts texts;
    private final ReadOnlyObjectWrapper<View> view;
    private VouchEdit vouch;
    private Question asks;

    /** A page that asks. */
    public QuitViewModel(Texts texts, Question first) {
        this.texts = texts;
        asks = first;
        vouch = new VouchEdit(first);
        view = new ReadOnlyObjectWrapper<>(shown());
    }

    /** Question again, after an answer that was not enough. */
    public void asks(Question again) {
        vouch.end();
        asks = again;
        vouch = new VouchEdit(again);
        refresh();
    }

    /** What the page shows, to be watched. */
    public ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    @Override
    public void typed(char character) {
        vouch.type(character);
        refresh();
    }

    @Override
    public void erase() {
        vouch.erase();
        refresh();
    }

    @Override
    public void clear() {
        vouch.clear();
        refresh();
    }

    @Override
    public void enter() {
        vouch.enter();
        refresh();
    }

    /** A scanner read a code. */
    public void scanned(String code) {
        vouch.scanned(code);
    }

    /** The page is left; a PIN that was begun is forgotten. */
    public void end() {
        vouch.end();
    }

    private void refresh() {
        view.set(shown());
    }

    private View shown() {
        KeypadEntry entry = vouch.entry();
        String words = entry.kind() == Keypad.Kind.PIN ? texts.of(asks.screen().instruction()) : texts.of("quit.badge");
        return new View(texts, words, entry, vouch.answer(texts, null));
    }
}
