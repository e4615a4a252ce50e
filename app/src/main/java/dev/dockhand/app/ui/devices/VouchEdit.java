package dev.dockhand.app.ui.devices;

import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen.Keypad;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.KeypadViewModel;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A supervisor's badge and PIN, while a change waits for them. */
public final class VouchEdit implements Dialogue {

    private final KeypadViewModel pad = new KeypadViewModel();
    private final Question asks;

    /** Question for a supervisor, or asks again. */
    public VouchEdit(Question asks) {
        this.asks = asks;
        Keypad keypad = asks.screen().keypad();
        pad.show(keypad == null ? Keypad.Kind.BADGE : keypad.kind());
    }

    @Override
    public void type(char character) {
        pad.type(character);
    }

    @Override
    public void erase() {
        pad.erase();
    }

    @Override
    public void clear() {
        pad.clear();
    }

    @Override
    public void enter() {
        if (pad.isComplete()) {
            asks.to().accept(new Input.Entered(pad.take()));
        }
    }

    /** Nothing else is done while somebody is asked for. */
    @Override
    public boolean key(Shortcut shortcut) {
        return true;
    }

    @Override
    public boolean scanned(String code) {
        asks.to().accept(new Input.Scanned(ScannedCode.plain(code)));
        return true;
    }

    /** It may be a PIN, so it never reaches what the page shows of the devices. */
    @Override
    public boolean typedByScanner(ScanEvent event, String raw) {
        return !(event instanceof Scan scan) || scanned(scan.text());
    }

    @Override
    public boolean asksForPin() {
        return pad.kind() == Keypad.Kind.PIN;
    }

    @Override
    public void end() {
        pad.clear();
    }

    @Override
    public Lamp givenUp(Texts texts) {
        return new Lamp(Level.BAD, texts.of("bench.device.supervisor"));
    }

    /** What came of the last answer. */
    @Override
    public @Nullable Lamp answer(Texts texts, @Nullable Lamp before) {
        Verdict verdict = asks.verdict();
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

    @Override
    public DevicesShown.Setup shown(Texts texts) {
        Text hint = asks.screen().hint();
        return new DevicesShown.Setup(
                Level.LOOK, texts.of(asks.screen().instruction()), hint == null ? "" : texts.of(hint), List.of());
    }

    /** What was typed; a PIN as dots. */
    @Override
    public KeypadEntry entry() {
        return pad.entry("");
    }
}
