package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.Discretion;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.keys.KeyAction;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.parts.KeypadViewModel;
import dev.dockhand.app.ui.parts.Typing;
import dev.dockhand.app.ui.settings.SettingsViewModel;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sheet.CommandSheet;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.work.CodePage;
import dev.dockhand.app.ui.work.Tones;
import dev.dockhand.app.ui.work.WorkPage;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the window shows and what a touch, a key or a scanned key of the sheet means. All calls on one thread,
 * that of JavaFX in the product.
 */
public final class StationViewModel implements Typing {

    private final BenchControl bench;
    private final InstantSource clock;
    private final Supplier<ZoneId> zone;
    private final Tones tones;
    private final SettingsViewModel settings;
    private final Map<PageId, Page> pages = new LinkedHashMap<>();
    private final Discretion discretion = new Discretion();
    private final WorkPage work = new WorkPage(this::give, this::begin);
    private final CodePage code = new CodePage(this::typedCode);
    private final TouchGuard guard;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final WindowKeys keys = new WindowKeys(this);
    private @Nullable BenchView view;
    private Page page = work;

    /**
     * A window on a bench.
     *
     * @param bench the bench
     * @param settings what a person chose
     * @param others the pages beside the job and the typing of codes
     * @param sounds what makes the sounds
     * @param clock time for the clock and the ages
     * @param zone time zone of the warehouse
     */
    public StationViewModel(
            BenchControl bench,
            SettingsViewModel settings,
            List<Page> others,
            Sounds sounds,
            InstantSource clock,
            Supplier<ZoneId> zone) {
        this.bench = bench;
        this.settings = settings;
        this.tones = new Tones(sounds, settings);
        this.clock = clock;
        this.guard = new TouchGuard(clock);
        this.zone = zone;
        Stream.concat(Stream.of(work, code), others.stream()).forEach(each -> pages.put(each.id(), each));
        showCode();
        pages.values()
                .forEach(each -> each.face().addListener((observable, before, now) -> {
                    if (each == page) {
                        refresh();
                    }
                }));
        settings.current().addListener((observable, before, now) -> {
            pages.values().forEach(Page::reword);
            refresh();
        });
    }

    /** What the window shows; absent until the bench has spoken. */
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Takes the latest view of the bench and every verdict since the one before.
     *
     * @param latest what is true now
     * @param verdicts new verdicts, oldest first; each is sounded
     */
    public void show(BenchView latest, List<Verdict> verdicts) {
        BenchView before = view;
        view = latest;
        discretion.asks(latest.screen().isSecret(), clock.instant());
        tell(latest);
        verdicts.forEach(verdict -> tones.hear(verdict.tone()));
        if (latest.mustAnswer() || (!verdicts.isEmpty() && page.givesWay())) {
            turnTo(work);
        }
        if (before == null || !TouchGuard.Face.sameStep(before.screen(), latest.screen())) {
            turnTo(!page.givesWay() && isAsked(latest.screen()) ? work : page);
            work.begin(latest.screen());
        }
        refresh();
    }

    /** Time has passed: ages and the clock are worded anew. */
    public void tick() {
        if (view != null) {
            tell(view);
        }
        refresh();
    }

    private void tell(BenchView latest) {
        pages.values().forEach(each -> each.tick(latest, clock.instant()));
    }

    /**
     * Characters came as quickly as a scanner types them. Where a PIN is asked for, digits are typed, however quickly.
     *
     * @param ended whether Enter followed
     * @return whether they were taken; otherwise they are a scan
     */
    public boolean typedQuickly(String characters, boolean ended) {
        if (!asksForPin() || !Discretion.mayBePin(characters)) {
            return false;
        }
        for (char c : characters.toCharArray()) {
            typed(c);
        }
        if (ended) {
            enter();
        }
        return true;
    }

    /** Whether a PIN is asked for on the page that is open. */
    public boolean asksForPin() {
        return page.asksForPin();
    }

    /** Whether somebody is asked for a secret. */
    private static boolean isAsked(Screen screen) {
        return screen.isSecret() && screen.commands().contains(Command.BACK);
    }

    /** Whether what is typed or scanned may be a PIN, now or because one was asked for a moment ago. */
    private boolean isSecret() {
        return view != null && discretion.holds(clock.instant());
    }

    /**
     * A keyboard scanner typed something.
     *
     * @param scan what it was read as
     * @param raw what it typed, before any repair
     */
    public void scanned(DecodedScan scan, String raw) {
        if (!page.givesWay()) {
            boolean mayBePin = isSecret() && Discretion.mayBePin(raw);
            scan.key().ifPresentOrElse(this::windowKey, () -> page.scanned(scan, raw, mayBePin));
            return;
        }
        if (scan.key().isEmpty()) {
            turnTo(work);
        }
        bench.scanned(scan);
    }

    /**
     * A key of the screen was touched. It counts unless it came before anybody can have seen the screen; then that is told.
     *
     * @param meaning what the key does
     */
    public void touched(Runnable meaning) {
        if (guard.refuses()) {
            tones.play(Verdict.Tone.WARN);
            refresh();
        } else {
            meaning.run();
        }
    }

    /** A person typed a character. Where it chooses, it counts like a touch. */
    @Override
    public void typed(char character) {
        if (page == work && !work.hasKeypad() && work.hasOptions() && !mustAnswer()) {
            touched(() -> take(character));
        } else {
            take(character);
        }
    }

    /** A character counts, however soon it came. */
    void take(char character) {
        if (!mustAnswer()) {
            page.typed(character);
            refresh();
        }
    }

    /** The last character is taken back. */
    @Override
    public void erase() {
        page.erase();
        refresh();
    }

    /** What was typed is forgotten. */
    @Override
    public void clear() {
        page.clear();
        refresh();
    }

    /** What was typed is handed over, when it is complete. */
    @Override
    public void enter() {
        if (!mustAnswer()) {
            page.enter();
            refresh();
        }
    }

    /** A shortcut was pressed. It counts like a touch, but for Enter behind what was typed. */
    public void key(Shortcut shortcut) {
        boolean handsOver = shortcut == Shortcut.ENTER && (page != work || work.hasKeypad());
        if (handsOver || !page.givesWay()) {
            take(shortcut);
        } else {
            touched(() -> take(shortcut));
        }
    }

    /** A shortcut counts, however soon it came. */
    void take(Shortcut shortcut) {
        if (mustAnswer()) {
            if (Shortcut.of(Command.ACKNOWLEDGE).filter(shortcut::equals).isPresent()) {
                press(Command.ACKNOWLEDGE);
            }
            return;
        }
        switch (shortcut) {
            case ENTER -> enter();
            case ESCAPE -> escape();
            default -> {
                if (!page.key(shortcut)) {
                    keyOfRow(shortcut);
                }
            }
        }
    }

    private void keyOfRow(Shortcut shortcut) {
        Shown now = shown.get();
        if (now != null) {
            now.keys().stream()
                    .filter(key -> key.shortcut() == shortcut)
                    .findFirst()
                    .ifPresent(key -> act(key.action()));
        }
    }

    /** Goes one step back on the open page, or leaves it. */
    void escape() {
        if (page.back()) {
            refresh();
        } else {
            turnToAndShow(work);
        }
    }

    /** Closes the open page, or what is begun on it. */
    void close() {
        if (page == work) {
            open(PageId.WORK);
        } else {
            escape();
        }
    }

    /** A key of the key row was touched. */
    public void act(KeyAction action) {
        switch (action) {
            case KeyAction.Press(var command) -> press(command);
            case KeyAction.Open(var wanted) -> open(page.id().equals(wanted) ? PageId.WORK : wanted);
            case KeyAction.Do(var shortcut) -> take(shortcut);
            case KeyAction.PrintSheet ignored -> hand(CommandSheet.print(settings.texts()));
        }
    }

    /** A command goes to the bench, whatever page is open. */
    public void press(Command command) {
        hand(new Input.Pressed(command));
    }

    private void hand(Input input) {
        turnTo(work);
        give(input);
    }

    /** Opens a page; nothing but the work while a verdict waits to be answered. */
    public void open(PageId wanted) {
        Page next = Objects.requireNonNull(pages.get(wanted), wanted.name());
        // A badge and a PIN are typed where they are asked for, as dots.
        boolean stays =
                mustAnswer() || (next == code && view != null && view.screen().isSecret());
        if (!stays && !next.givesWay() && view != null && isAsked(view.screen())) {
            bench.input(new Input.Pressed(Command.BACK));
        }
        turnToAndShow(stays ? work : next);
    }

    private void turnToAndShow(Page wanted) {
        turnTo(wanted);
        showCode();
        refresh();
    }

    private void showCode() {
        code.begin(isSecret());
    }

    /** A code begins to be typed at work. */
    private void begin(char character) {
        turnToAndShow(code);
        code.typed(character);
    }

    private void typedCode(String typed) {
        turnTo(work);
        bench.scanned(typed);
    }

    /** What is done at work, whichever way. */
    private void give(Input input) {
        bench.input(input);
        refresh();
    }

    private void turnTo(Page wanted) {
        if (page != wanted) {
            page.left();
        }
        page = wanted;
        page.opened();
    }

    /** A digit that chooses: an option, a device, a page. 0 shows the next page of options. */
    public void digit(int digit) {
        page.digit(digit);
        refresh();
    }

    /** The key or barcode that chooses also where a keypad takes the digits. */
    public void option(int number) {
        if (!mustAnswer()) {
            digit(number);
        }
    }

    /** Lists are to show other lines: so many pages further down, or up where negative. */
    public void scroll(int pages) {
        keys.scroll(pages);
    }

    /** Tells who shows the lists that they are to show other lines. */
    public void onScroll(IntConsumer listener) {
        keys.onScroll(listener);
    }

    /** The entry with this number, of the pages and switches to choose from. */
    public void entry(int number) {
        keys.entry(number);
    }

    /** A barcode of the command sheet asks something of the window. */
    public void windowKey(WindowKey key) {
        keys.take(key);
    }

    private boolean mustAnswer() {
        return view != null && view.mustAnswer();
    }

    private void refresh() {
        BenchView latest = view;
        if (latest == null) {
            return;
        }
        ShownWords words = new ShownWords(settings.texts(), clock.instant(), zone.get());
        KeypadViewModel pad = page == code ? code.keypad() : work.hasKeypad() ? work.keypad() : null;
        guard.show(new TouchGuard.Face(latest, page.id(), page.face().getValue(), work.choicePage()).meanings());
        shown.set(words.of(latest, page, work.choicePage(), pad, tones.past(), guard.tells()));
    }

    /** Tells who closes the window when a person wants it closed. */
    public void onQuit(Runnable listener) {
        keys.onQuit(listener);
    }

    /** What a person chose for this window. */
    public SettingsViewModel settings() {
        return settings;
    }

    /** The pages that can be opened. */
    public List<PageId> pages() {
        return List.copyOf(pages.keySet());
    }

    /** Tells a listener the settings now and at every change. */
    public void onSettings(Consumer<WindowSettings> listener) {
        settings.current().addListener((observable, before, now) -> listener.accept(now));
        listener.accept(settings.now());
    }
}
