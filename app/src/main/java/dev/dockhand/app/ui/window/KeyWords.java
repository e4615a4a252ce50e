package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.ui.keys.KeyAction;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.RowKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.keys.Slot;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The key row: the keys that do something now, each in its own place. */
final class KeyWords {

    private static final Set<Command> BENCH =
            EnumSet.of(Command.UNDO, Command.ACKNOWLEDGE, Command.MENU, Command.SIGN_OUT);

    private final Texts texts;

    KeyWords(Texts texts) {
        this.texts = texts;
    }

    List<RowKey> of(BenchView view, Page page) {
        return page.id().equals(PageId.WORK)
                ? work(view)
                : page.keys().stream().map(this::onPage).toList();
    }

    private RowKey onPage(PageKey key) {
        return new RowKey(
                key.action(),
                texts.of(key.words()),
                key.shortcut(),
                Command.PREFIX
                        + (key.shortcut() == Shortcut.ESCAPE
                                ? "CLOSE"
                                : key.shortcut().name()),
                key.slot(),
                false);
    }

    private List<RowKey> work(BenchView view) {
        List<Command> commands = view.screen().commands();
        boolean forGood = view.screen().forGood();
        List<RowKey> keys = new ArrayList<>();
        if (view.canUndo()) {
            keys.add(press(Command.UNDO, forGood, false));
        }
        Command primary = primary(commands);
        commands.stream()
                .filter(command -> !BENCH.contains(command))
                .forEach(command -> keys.add(press(command, forGood, command == primary)));
        if (view.screen().keypad() == null) {
            keys.add(open(PageId.CODE, Shortcut.F7, WindowKey.Page.Name.CODE));
        }
        if (JobRegistry.of(view.flow()).isPresent()) {
            keys.add(press(Command.MENU, forGood, false));
        }
        if (view.flow().equals(FlowId.MENU)) {
            keys.add(press(Command.SIGN_OUT, forGood, false));
        }
        keys.add(open(PageId.MORE, Shortcut.F9, WindowKey.Page.Name.MORE));
        return keys.stream().sorted(Comparator.comparing(RowKey::slot)).toList();
    }

    private static Command primary(List<Command> commands) {
        return commands.contains(Command.CONFIRM) ? Command.CONFIRM : Command.FINISH;
    }

    private RowKey press(Command command, boolean forGood, boolean primary) {
        return new RowKey(
                new KeyAction.Press(command),
                texts.of("command", command),
                Shortcut.of(command, forGood).orElse(Shortcut.ENTER),
                command.barcode(),
                Slot.of(command, forGood),
                primary);
    }

    private RowKey open(PageId page, Shortcut shortcut, WindowKey.Page.Name barcode) {
        return new RowKey(
                new KeyAction.Open(page),
                texts.of("page." + page.name()),
                shortcut,
                Command.PREFIX + barcode.name(),
                page.equals(PageId.CODE) ? Slot.CODE : Slot.MORE,
                false);
    }
}
