package dev.dockhand.app.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.SampleBench;
import dev.dockhand.app.ui.SampleDevices;
import dev.dockhand.app.ui.SampleScreens;
import dev.dockhand.app.ui.devices.DevicesShown;
import dev.dockhand.app.ui.devices.DevicesViewModel;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.RowKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.settings.SettingsViewModel;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.strip.StripShown;
import dev.dockhand.app.ui.work.WorkShown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The window's decisions without a window, a display or the JavaFX toolkit. */
class StationViewModelTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Map<String, BenchView> VIEWS = SampleScreens.in(Locale.ENGLISH);

    private final SampleBench bench = new SampleBench();
    private Instant now = Instant.parse("2026-11-23T06:26:00Z");
    private final SampleDevices devices = new SampleDevices();
    private final SettingsViewModel settings =
            new SettingsViewModel(new WindowSettings(Locale.ENGLISH, false, false, 96), kept -> {});
    private final DevicesViewModel page =
            new DevicesViewModel(devices, devices, Runnable::run, settings::texts, () -> SEOUL);
    private final StationViewModel model =
            new StationViewModel(bench, settings, List.of(page), Sounds.NONE, () -> now, () -> SEOUL);

    /** Shows a screen for long enough to be read. */
    private Shown show(String name) {
        model.show(Objects.requireNonNull(VIEWS.get(name)), List.of());
        now = now.plusSeconds(1);
        return shown();
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    @Test
    void theStripSaysWhoWorksWhereAndHowLongItIsToTheCutOff() {
        StripShown strip = show("packing-scan-item-offline").strip();
        assertThat(strip.station()).isEqualTo("Station 04");
        assertThat(strip.operator()).isEqualTo("Minji Kim");
        assertThat(strip.cutOff()).isEqualTo(new Lamp(Level.LOOK, "CJ cut-off 16:00 (34 min, 41 to go)"));
        assertThat(strip.lamps().getLast().words()).isEqualTo("printer: no paper");
        assertThat(strip.sync().words()).isEqualTo("offline · 14 waiting, oldest 2 min");
    }

    @Test
    void undoComesFirstAndTheKeysOfTheWindowLast() {
        assertThat(show("packing-scan-item").keys())
                .extracting(RowKey::barcode)
                .containsExactly(
                        "DH-UNDO",
                        "DH-BACK",
                        "DH-QUANTITY",
                        "DH-PROBLEM",
                        "DH-NEXT_BOX",
                        "DH-CODE",
                        "DH-MENU",
                        "DH-MORE");
    }

    @Test
    void theLanguageChangesTheWordsOfTheWindowAtOnce() {
        show("packing-scan-item");
        settings.toggle(WindowKey.Page.Name.LANGUAGE);
        assertThat(shown().strip().job()).isEqualTo("검품·포장");
        assertThat(shown().work().card()).extracting(WorkShown.Card::name).isEqualTo("토너 패드 70매");
    }

    @Test
    void aRedVerdictClosesEveryPageAndLetsNoneOpen() {
        show("packing-scan-item");
        model.open(PageId.DEVICES);
        assertThat(show("packing-cancelled-red").page()).isEqualTo(PageId.WORK);
        model.windowKey(new WindowKey.Page(WindowKey.Page.Name.DEVICES));
        assertThat(shown().page()).isEqualTo(PageId.WORK);
        assertThat(devices.asked).contains("closed list");
    }

    @Test
    void whatWasTypedIsForgottenWhenTheStepChanges() {
        show("receiving-quantity");
        model.typed('7');
        show("receiving-ask-expiry");
        show("receiving-quantity");
        model.enter();
        assertThat(bench.inputs).isEmpty();
    }

    @Test
    void aDigitWithoutItsOptionDoesNothing() {
        show("receiving-ask-damage");
        model.digit(9);
        model.digit(2);
        assertThat(bench.inputs).containsExactly(new Input.Chosen("LEAKING"));
    }

    /** Pages that show choices while a keypad takes the digits. */
    static Stream<String> choicesBesideAKeypad() {
        return VIEWS.entrySet().stream()
                .filter(each -> each.getValue().screen().keypad() != null
                        && !each.getValue().screen().options().isEmpty())
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("choicesBesideAKeypad")
    void aChoiceBesideAKeypadIsMadeByTouchByKeyAndByScan(String name) {
        Screen screen = Objects.requireNonNull(VIEWS.get(name)).screen();
        show(name);
        assertThat(Objects.requireNonNull(screen.keypad()).kind())
                .as("a keyboard leaves no room for choices")
                .isNotEqualTo(Screen.Keypad.Kind.CODE);
        Input first = new Input.Chosen(screen.options().getFirst().id());
        model.typed('1');
        model.windowKey(new WindowKey.Digit(1));
        assertThat(bench.inputs).isEmpty();
        assertThat(shown().work().entry()).isNotNull();
        model.digit(1);
        model.option(1);
        model.windowKey(WindowKey.of("DH-OPTION-1").orElseThrow());
        assertThat(bench.inputs).containsExactly(first, first, first);
    }

    @Test
    void behindARedVerdictNothingIsChosen() {
        show("packing-stop-wrong-item");
        model.option(1);
        assertThat(bench.inputs).isEmpty();
    }

    @Test
    void anotherPersonBeginsThePinAfresh() {
        model.show(askedForPin("Minji Kim"), List.of());
        model.typed('1');
        model.show(askedForPin("Minji Kim"), List.of());
        model.typed('2');
        model.show(askedForPin("Jungeun Lee"), List.of());
        model.typed('7');
        model.enter();
        assertThat(bench.inputs).containsExactly(new Input.Entered("7"));
    }

    private static BenchView askedForPin(String person) {
        BenchView sample = Objects.requireNonNull(VIEWS.get("signin-pin"));
        Screen screen = Screen.of(FlowId.SIGN_IN, "signin.pin", Text.of("signin.pin", person))
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.PIN, null));
        return new BenchView(
                screen,
                sample.verdict(),
                sample.verdictNumber(),
                false,
                null,
                sample.station(),
                FlowId.SIGN_IN,
                sample.sync(),
                sample.devices(),
                null,
                false,
                null,
                List.of(),
                null);
    }

    @Test
    void theDevicesPageSaysUntilWhenASupervisorsWordCoversChangesAndNoLonger() {
        allowedUntil("2026-11-23T06:27:00Z");
        assertThat(page.shown().get().allowed()).contains("15:27");
        allowedUntil("2026-11-23T06:26:00Z");
        assertThat(page.shown().get().allowed()).isEmpty();
    }

    private void allowedUntil(String time) {
        BenchView sample = Objects.requireNonNull(VIEWS.get("packing-scan-item"));
        model.show(
                new BenchView(
                        sample.screen(),
                        sample.verdict(),
                        sample.verdictNumber(),
                        false,
                        sample.operatorName(),
                        sample.station(),
                        sample.flow(),
                        sample.sync(),
                        sample.devices(),
                        null,
                        false,
                        Instant.parse(time),
                        List.of(),
                        null),
                List.of());
    }

    @Test
    void onlyF8AnswersARedVerdict() {
        show("packing-stop-wrong-item");
        for (Shortcut shortcut : Shortcut.values()) {
            model.key(shortcut);
        }
        assertThat(bench.inputs).containsExactly(new Input.Pressed(Command.ACKNOWLEDGE));
    }

    @Test
    void theBytesOfADeviceAreShownBothWaysAndStandStillOnDemand() {
        show("packing-scan-item");
        model.open(PageId.DEVICES);
        model.digit(2);
        DevicesShown now = page.shown().get();
        assertThat(now.trace()).hasSize(12);
        assertThat(now.trace().get(1).bytes()).isEqualTo("S S      650.0 g<CR><LF>");
        assertThat(now.trace().get(1).decoded()).isEqualTo("stable 650.0 g");
        assertThat(now.trace().getFirst().fromDevice()).isFalse();
        model.key(Shortcut.F6);
        assertThat(page.shown().get().held()).isTrue();
    }
}
