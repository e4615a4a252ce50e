package dev.dockhand.app.ui.window;

import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.Shortcut;
import java.util.List;
import java.util.function.IntConsumer;

/** What a barcode of the command sheet, or an entry of the page of pages, asks of the window. */
final class WindowKeys {

    private final StationViewModel window;
    private IntConsumer scroller = pages -> {};
    private Runnable quit = () -> {};

    WindowKeys(StationViewModel window) {
        this.window = window;
    }

    void onScroll(IntConsumer listener) {
        scroller = listener;
    }

    void onQuit(Runnable listener) {
        quit = listener;
    }

    void scroll(int pages) {
        scroller.accept(pages);
    }

    void take(WindowKey key) {
        switch (key) {
            case WindowKey.Digit(var value) -> window.take((char) ('0' + value));
            case WindowKey.Option(var number) -> window.option(number);
            case WindowKey.Letter(var value) -> window.take(value);
            case WindowKey.Erase ignored -> window.erase();
            case WindowKey.Enter ignored -> window.enter();
            case WindowKey.PageKey(var number) -> window.take(Shortcut.valueOf("F" + number));
            case WindowKey.Scroll(var pages) -> scroll(pages);
            case WindowKey.Page(var name) -> open(name);
        }
    }

    /** The entry of the page of pages with this number, if there is one. */
    void entry(int number) {
        List<WindowKey.Page.Name> entries = window.settings().entries();
        if (number >= 1 && number <= entries.size()) {
            open(entries.get(number - 1));
        }
    }

    private void open(WindowKey.Page.Name name) {
        switch (name) {
            case CLOSE -> window.close();
            case QUIT -> quit.run();
            case LANGUAGE, THEME, SOUND -> window.settings().toggle(name);
            case DEVICES, CODE, MORE, SHEET, ABOUT -> window.open(new PageId(name.name()));
        }
    }
}
