package dev.dockhand.app.ui.settings;

import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a person chose for this window, and the switches that change it. */
public final class SettingsViewModel {

    private static final List<WindowKey.Page.Name> ENTRIES = List.of(
            WindowKey.Page.Name.DEVICES,
            WindowKey.Page.Name.LANGUAGE,
            WindowKey.Page.Name.THEME,
            WindowKey.Page.Name.SOUND,
            WindowKey.Page.Name.SHEET,
            WindowKey.Page.Name.ABOUT,
            WindowKey.Page.Name.QUIT);

    private final ReadOnlyObjectWrapper<WindowSettings> current;
    private final Consumer<WindowSettings> keep;
    private Texts texts;

    /**
     * Settings of a window.
     *
     * @param start what holds at the start
     * @param keep told about every change, so that the next start has it
     */
    public SettingsViewModel(WindowSettings start, Consumer<WindowSettings> keep) {
        this.current = new ReadOnlyObjectWrapper<>(start);
        this.keep = keep;
        this.texts = Texts.in(start.language());
    }

    /** What holds now, to be watched. */
    public ReadOnlyObjectProperty<WindowSettings> current() {
        return current.getReadOnlyProperty();
    }

    /** What holds now. */
    public WindowSettings now() {
        return current.get();
    }

    /** The words of the chosen language. */
    public Texts texts() {
        return texts;
    }

    /** What the page of pages and switches offers, in order. */
    public List<WindowKey.Page.Name> entries() {
        return ENTRIES;
    }

    /** Switches the language, the theme or the sound over; a page is no switch and changes nothing. */
    public void toggle(WindowKey.Page.Name name) {
        switch (name) {
            case LANGUAGE -> change(now().withNextLanguage());
            case THEME -> change(now().withOtherTheme());
            case SOUND -> change(now().withSoundSwitched());
            case DEVICES, CODE, MORE, SHEET, ABOUT, QUIT, CLOSE -> {}
        }
    }

    /** What an entry would do, in words: the state that it would switch to, or the page that it opens. */
    public String words(WindowKey.Page.Name name) {
        return switch (name) {
            case THEME -> texts.of(now().dark() ? "more.THEME.light" : "more.THEME.dark");
            case SOUND -> texts.of(now().muted() ? "more.SOUND.on" : "more.SOUND.off");
            default -> texts.of("more", name);
        };
    }

    private void change(WindowSettings next) {
        texts = Texts.in(next.language());
        keep.accept(next);
        current.set(next);
    }
}
