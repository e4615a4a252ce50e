package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.Discretion;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.work.Shown.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
    private final ZoneId zone;
    private final Tones tones;
    private final SettingsViewModel settings;
    private final DevicesViewModel devices;
    private final Discretion discretion = new Discretion();
    private final KeypadViewModel keypad = new KeypadViewModel();
    private final KeypadViewModel typedCode = new KeypadViewModel();
    private final TouchGuard guard;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final WindowKeys keys = new WindowKeys(this);
    private @Nullable BenchView view;
    private Page page = Page.WORK;
    private int choicePage;

    /**
     * A window on a bench.
     *
     * @param bench the bench
     * @param settings what a person chose
     * @param devices the set-up page
     * @param sounds what makes the sounds
     * @param clock time for the clock and the ages
     * @param zone where the station is
     */
    public StationViewModel(
            BenchControl bench,
            SettingsViewModel settings,
            DevicesViewModel devices,
            Sounds sounds,
            InstantSource clock,
            ZoneId zone) {
        this.bench = bench;
        this.settings = settings;
        this.devices = devices;
        this.tones = new Tones(sounds, settings);
        this.clock = clock;
        this.guard = new TouchGuard(clock);
        this.zone = zone;
        showCode();
        devices.shown().addListener((observable, before, now) -> {
            if (page == Page.DEVICES && !TouchGuard.Face.of(before).equals(TouchGuard.Face.of(now))) {
                refresh();
            }
        });
        settings.current().addListener((observable, before, now) -> {
            devices.refresh();
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
        tellDevices(latest);
        verdicts.forEach(verdict -> tones.hear(verdict.tone()));
        boolean work = page == Page.CODE || page == Page.MORE || page == Page.SHEET || page == Page.ABOUT;
        if (latest.mustAnswer() || (!verdicts.isEmpty() && work)) {
            turnTo(Page.WORK);
        }
        if (before == null || !TouchGuard.Face.sameStep(before.screen(), latest.screen())) {
            choicePage = 0;
            turnTo(page == Page.DEVICES && isAsked(latest.screen()) ? Page.WORK : page);
            Screen.Keypad pad = latest.screen().keypad();
            keypad.show(pad == null ? Screen.Keypad.Kind.NUMBER : pad.kind());
        }
        refresh();
    }

    /** Time has passed: ages and the clock are worded anew. */
    public void tick() {
        if (view != null) {
            tellDevices(view);
        }
        refresh();
    }

    private void tellDevices(BenchView latest) {
        Instant until = latest.devicesUntil();
        boolean covered = until != null && clock.instant().isBefore(until);
        devices.operator(latest.operatorName(), covered ? until : null);
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
        return page == Page.DEVICES
                ? devices.asksForPin()
                : page == Page.WORK && hasKeypad() && keypad.kind() == Screen.Keypad.Kind.PIN;
    }

    /** Whether somebody is asked for a secret; never behind the devices, whose fields show what is typed. */
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
        if (page == Page.DEVICES) {
            boolean mayBePin = isSecret() && Discretion.mayBePin(raw);
            scan.key().ifPresentOrElse(this::windowKey, () -> devices.wedge(scan, raw, mayBePin));
            return;
        }
        if (scan.key().isEmpty()) {
            turnTo(Page.WORK);
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
        if (page == Page.WORK && !hasKeypad() && !options().isEmpty() && !mustAnswer()) {
            touched(() -> take(character));
        } else {
            take(character);
        }
    }

    /** A character counts, however soon it came. */
    void take(char character) {
        if (mustAnswer()) {
            return;
        }
        switch (page) {
            case CODE -> typedCode.type(character);
            case WORK -> typedAtWork(character);
            case DEVICES -> devices.typed(character);
            case MORE, SHEET, ABOUT -> digitTyped(character);
        }
        refresh();
    }

    private void digitTyped(char character) {
        if (character >= '0' && character <= '9') {
            digit(character - '0');
        }
    }

    private void typedAtWork(char character) {
        boolean digit = character >= '0' && character <= '9';
        if (hasKeypad()) {
            keypad.type(character);
        } else if (digit && !options().isEmpty()) {
            digit(character - '0');
        } else if (character > ' ') {
            showCode();
            typedCode.type(character);
            page = Page.CODE;
        }
    }

    /** The last character is taken back. */
    @Override
    public void erase() {
        if (page == Page.DEVICES) {
            devices.erase();
            return;
        }
        (page == Page.CODE ? typedCode : keypad).erase();
        refresh();
    }

    /** What was typed is forgotten. */
    @Override
    public void clear() {
        if (page == Page.DEVICES) {
            devices.clear();
            return;
        }
        (page == Page.CODE ? typedCode : keypad).clear();
        refresh();
    }

    /** What was typed is handed over, when it is complete. */
    @Override
    public void enter() {
        if (mustAnswer()) {
            return;
        }
        if (page == Page.CODE) {
            if (typedCode.isComplete()) {
                page = Page.WORK;
                bench.scanned(typedCode.take());
            }
        } else if (page == Page.DEVICES) {
            devices.enter();
        } else if (page == Page.WORK) {
            enterAtWork();
        }
        refresh();
    }

    private void enterAtWork() {
        if (hasKeypad()) {
            if (keypad.isComplete()) {
                bench.input(new Input.Entered(keypad.take()));
            }
        } else if (offers(Command.CONFIRM)
                && !Objects.requireNonNull(view).screen().forGood()) {
            press(Command.CONFIRM);
        }
    }

    /** A shortcut was pressed. It counts like a touch, but for Enter behind what was typed. */
    public void key(Shortcut shortcut) {
        boolean handsOver = shortcut == Shortcut.ENTER && (page != Page.WORK || hasKeypad());
        if (handsOver || page == Page.DEVICES) {
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
                if (page == Page.DEVICES) {
                    devices.key(shortcut);
                } else {
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

    /** Leaves what is open, or goes one step back. */
    void escape() {
        if (page == Page.DEVICES) {
            if (!devices.back()) {
                open(Page.WORK);
            }
        } else if (page != Page.WORK) {
            open(Page.WORK);
        } else if (offers(Command.BACK)) {
            press(Command.BACK);
        } else {
            clear();
        }
    }

    /** A key of the key row was touched. */
    public void act(Shown.Action action) {
        switch (action) {
            case Shown.Action.Press(var command) -> press(command);
            case Shown.Action.Open(var wanted) -> open(page == wanted ? Page.WORK : wanted);
            case Shown.Action.Do(var shortcut) -> take(shortcut);
            case Shown.Action.PrintSheet ignored -> hand(CommandSheet.print(settings.texts()));
        }
    }

    /** A command goes to the bench, whatever page is open. */
    public void press(Command command) {
        hand(new Input.Pressed(command));
    }

    private void hand(Input input) {
        turnTo(Page.WORK);
        bench.input(input);
        refresh();
    }

    /** Opens a page; nothing but the work while a verdict waits to be answered. */
    public void open(Page wanted) {
        // A badge and a PIN are typed where they are asked for, as dots.
        boolean stays = mustAnswer()
                || (wanted == Page.CODE && view != null && view.screen().isSecret());
        if (!stays && wanted == Page.DEVICES && view != null && isAsked(view.screen())) {
            bench.input(new Input.Pressed(Command.BACK));
        }
        turnTo(stays ? Page.WORK : wanted);
        showCode();
        refresh();
    }

    private void showCode() {
        typedCode.show(isSecret() ? Screen.Keypad.Kind.BADGE : Screen.Keypad.Kind.CODE);
    }

    private void turnTo(Page wanted) {
        if (page == Page.DEVICES && wanted != Page.DEVICES) {
            devices.close();
        }
        page = wanted;
        if (wanted == Page.DEVICES) {
            devices.open();
        }
    }

    /** A digit that chooses: an option, a device, a page. 0 shows the next page of options. */
    public void digit(int digit) {
        switch (page) {
            case MORE -> keys.entry(digit);
            case DEVICES -> devices.digit(digit);
            case WORK -> choose(digit);
            case CODE, SHEET, ABOUT -> {}
        }
        refresh();
    }

    /** The key or barcode that chooses also where a keypad takes the digits. */
    public void option(int number) {
        if (!mustAnswer()) {
            digit(number);
        }
    }

    private void choose(int digit) {
        List<Input> options = options();
        if (digit == 0) {
            choicePage = (choicePage + 1) % Paged.pages(options.size());
            return;
        }
        int index = choicePage * Paged.SIZE + digit - 1;
        if (index < options.size()) {
            bench.input(options.get(index));
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

    /** A barcode of the command sheet asks something of the window. */
    public void windowKey(WindowKey key) {
        keys.take(key);
    }

    private boolean mustAnswer() {
        return view != null && view.mustAnswer();
    }

    private boolean offers(Command command) {
        return view != null && view.screen().commands().contains(command);
    }

    private boolean hasKeypad() {
        return view != null && view.screen().keypad() != null;
    }

    private List<Input> options() {
        return view == null ? List.of() : KeyWords.options(view.screen());
    }

    private void refresh() {
        BenchView latest = view;
        if (latest == null) {
            return;
        }
        ShownWords words = new ShownWords(settings.texts(), clock.instant(), zone);
        KeypadViewModel pad = page == Page.CODE ? typedCode : latest.screen().keypad() == null ? null : keypad;
        guard.show(new TouchGuard.Face(latest, page, choicePage, devices.shown().get()).meanings());
        shown.set(words.of(latest, page, devices.shown().get().keys(), choicePage, pad, tones.past(), guard.tells()));
    }

    /** Tells who closes the window when a person wants it closed. */
    public void onQuit(Runnable listener) {
        keys.onQuit(listener);
    }

    /** The page that is open. */
    Page page() {
        return page;
    }

    /** What a person chose for this window. */
    public SettingsViewModel settings() {
        return settings;
    }

    /** The set-up page. */
    public DevicesViewModel devices() {
        return devices;
    }

    /** Tells a listener the settings now and at every change. */
    public void onSettings(Consumer<WindowSettings> listener) {
        settings.current().addListener((observable, before, now) -> listener.accept(now));
        listener.accept(settings.now());
    }
}
