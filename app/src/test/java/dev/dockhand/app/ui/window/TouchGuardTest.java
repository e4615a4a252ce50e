package dev.dockhand.app.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.SampleBench;
import dev.dockhand.app.ui.SampleDevices;
import dev.dockhand.app.ui.SampleScreens;
import dev.dockhand.app.ui.SampleViews;
import dev.dockhand.app.ui.devices.DevicesViewModel;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.settings.SettingsViewModel;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.hardware.scan.Scan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is touched before anybody can have seen the screen does not count, and that is told. */
class TouchGuardTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Map<String, BenchView> VIEWS = SampleScreens.in(Locale.ENGLISH);

    private final SampleBench bench = new SampleBench();
    private final List<Verdict.Tone> heard = new ArrayList<>();
    private final SettingsViewModel settings =
            new SettingsViewModel(new WindowSettings(Locale.ENGLISH, false, false, 96), kept -> {});
    private Instant now = SampleViews.NOW;
    private final StationViewModel model = new StationViewModel(
            bench,
            settings,
            List.of(new DevicesViewModel(
                    new SampleDevices(), SupervisorApproval.NOT_NEEDED, Runnable::run, settings::texts, () -> SEOUL)),
            new Sounds() {
                @Override
                public void play(Verdict.Tone tone) {
                    heard.add(tone);
                }

                @Override
                public void close() {}
            },
            () -> now,
            () -> SEOUL);

    private void show(String name) {
        model.show(Objects.requireNonNull(VIEWS.get(name)), List.of());
    }

    private void passes(int millis) {
        now = now.plusMillis(millis);
    }

    private void touch(Command command) {
        model.touched(() -> model.press(command));
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    @Test
    void aTouchOfANewScreenCountsOnlyOnceItCanHaveBeenSeen() {
        show("receiving-review");
        passes(399);
        touch(Command.CONFIRM);
        assertThat(bench.inputs).isEmpty();
        passes(1);
        touch(Command.CONFIRM);
        assertThat(bench.inputs).containsExactly(new Input.Pressed(Command.CONFIRM));
    }

    @Test
    void aTouchThatDidNotCountIsHeardAndReadForAWhile() {
        show("receiving-count");
        touch(Command.CONFIRM);
        assertThat(heard).containsExactly(Verdict.Tone.WARN);
        assertThat(shown().early()).contains("Look at it");
        passes(3_000);
        model.tick();
        assertThat(shown().early()).isNull();
    }

    @Test
    void keysOfTheKeyboardThatChooseOrConfirmAreHeldToTheSame() {
        show("receiving-ask-damage");
        model.typed('1');
        model.key(Shortcut.ESCAPE);
        show("receiving-count");
        model.key(Shortcut.ENTER);
        show("receiving-unknown-code");
        model.key(Shortcut.F6);
        assertThat(bench.inputs).isEmpty();
    }

    @Test
    void aRedVerdictIsNotAnsweredByATouchThatWasOnItsWay() {
        show("packing-scan-item");
        passes(1_000);
        show("packing-stop-wrong-item");
        touch(Command.ACKNOWLEDGE);
        model.key(Shortcut.F8);
        assertThat(bench.inputs).isEmpty();
        assertThat(shown().early()).isNotNull();
        passes(400);
        model.key(Shortcut.F8);
        assertThat(bench.inputs).containsExactly(new Input.Pressed(Command.ACKNOWLEDGE));
    }

    @Test
    void whatIsScannedCountsAtOnce() {
        show("receiving-ask-damage");
        model.windowKey(new WindowKey.Digit(2));
        model.scanned(SampleDevices.decoded(new Scan(1, "keyboard", now, "DH-CONFIRM", null, false)), "DH-CONFIRM");
        assertThat(bench.inputs).containsExactly(new Input.Chosen("LEAKING"));
        assertThat(bench.scans).hasSize(1);
    }

    @Test
    void aFigureThatIsTypedAtOnceIsHandedOverAtOnce() {
        show("receiving-quantity");
        model.typed('7');
        model.key(Shortcut.ENTER);
        assertThat(bench.inputs).containsExactly(new Input.Entered("7"));
    }

    @Test
    void aScanThatOnlyCountsFurtherMakesNoNewScreen() {
        show("packing-scan-item");
        passes(1_000);
        show("packing-scan-item-offline");
        touch(Command.PROBLEM);
        assertThat(bench.inputs).containsExactly(new Input.Pressed(Command.PROBLEM));
    }

    @Test
    void aClockThatIsSetBackLocksNothing() {
        show("receiving-count");
        passes(-3_600_000);
        touch(Command.CONFIRM);
        assertThat(bench.inputs).containsExactly(new Input.Pressed(Command.CONFIRM));
    }
}
