package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.parts.KeypadViewModel;
import dev.dockhand.app.ui.parts.Paged;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The job itself: its keypad and its options. */
public final class WorkPage implements Page {

    private final KeypadViewModel keypad = new KeypadViewModel();
    private final Consumer<Input> bench;
    private final Consumer<Character> code;
    private @Nullable Screen screen;
    private int choicePage;

    /**
     * The job.
     *
     * @param bench takes what is done
     * @param code gets a character that begins a code, where nothing else is typed
     */
    public WorkPage(Consumer<Input> bench, Consumer<Character> code) {
        this.bench = bench;
        this.code = code;
    }

    /** Another step of the job. */
    public void begin(Screen step) {
        choicePage = 0;
        Screen.Keypad pad = step.keypad();
        keypad.show(pad == null ? Screen.Keypad.Kind.NUMBER : pad.kind());
    }

    /** Whether something is typed. */
    public boolean hasKeypad() {
        return screen != null && screen.keypad() != null;
    }

    /** What was typed so far. */
    public KeypadViewModel keypad() {
        return keypad;
    }

    /** Whether a digit chooses. */
    public boolean hasOptions() {
        return !options().isEmpty();
    }

    /** Which page of options is shown. */
    public int choicePage() {
        return choicePage;
    }

    private List<Input> options() {
        return screen == null
                ? List.of()
                : screen.options().stream()
                        .<Input>map(option -> new Input.Chosen(option.id()))
                        .toList();
    }

    private boolean offers(Command command) {
        return screen != null && screen.commands().contains(command);
    }

    @Override
    public PageId id() {
        return PageId.WORK;
    }

    @Override
    public void tick(BenchView view, Instant now) {
        screen = view.screen();
    }

    @Override
    public boolean asksForPin() {
        return hasKeypad() && keypad.kind() == Screen.Keypad.Kind.PIN;
    }

    @Override
    public void typed(char character) {
        boolean digit = character >= '0' && character <= '9';
        if (hasKeypad()) {
            keypad.type(character);
        } else if (digit && hasOptions()) {
            digit(character - '0');
        } else if (character > ' ') {
            code.accept(character);
        }
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
        if (hasKeypad()) {
            if (keypad.isComplete()) {
                bench.accept(new Input.Entered(keypad.take()));
            }
        } else if (screen != null && offers(Command.CONFIRM) && !screen.forGood()) {
            bench.accept(new Input.Pressed(Command.CONFIRM));
        }
    }

    @Override
    public boolean back() {
        if (offers(Command.BACK)) {
            bench.accept(new Input.Pressed(Command.BACK));
        } else {
            clear();
        }
        return true;
    }

    @Override
    public void digit(int digit) {
        List<Input> options = options();
        if (digit == 0) {
            choicePage = (choicePage + 1) % Paged.pages(options.size());
            return;
        }
        int index = choicePage * Paged.SIZE + digit - 1;
        if (index < options.size()) {
            bench.accept(options.get(index));
        }
    }
}
