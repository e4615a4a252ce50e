package dev.dockhand.app.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.device.TestMessage;
import dev.dockhand.app.ui.SampleDevices;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.LayoutCheck;
import dev.dockhand.hardware.scan.Scan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the devices page decides, without a window. */
class DevicesViewModelTest {

    private final SampleDevices devices = new SampleDevices();
    private final DevicesViewModel page = new DevicesViewModel(
            devices, devices, Runnable::run, () -> Texts.in(Locale.ENGLISH), () -> ZoneId.of("Asia/Seoul"));

    @BeforeEach
    void open() {
        devices.ports = List.of(new FoundPort(
                new PortAddress.Serial("/dev/serial/by-path/socket-1", 9_600, 8, PortAddress.Parity.NONE, 1),
                "ttyUSB0: Prolific controller"));
        page.opened();
        page.select(1);
    }

    private DevicesShown shown() {
        return page.shown().get();
    }

    private DevicesShown.Detail detail() {
        return Objects.requireNonNull(shown().detail());
    }

    @Test
    void eachKindOfDeviceSaysInWordsWhatItSaidInBytes() {
        assertThat(detail().live().figure()).isEqualTo("655.0 g");
        assertThat(detail().live().words()).isEqualTo("stable");
        page.digit(1);
        assertThat(detail().live().words()).isEqualTo("GS1-128");
        assertThat(detail().live().facts())
                .containsExactly("(01) GTIN 08801234567893", "(17) expiry 270831", "(10) lot L2611A");
        assertThat(detail().identity()).isEqualTo("Network device 127.0.0.1, port 7001");
        page.digit(3);
        assertThat(detail().live().figure()).isEqualTo("no paper, cover open");
        assertThat(detail().live().level()).isEqualTo(Level.BAD);
    }

    @Test
    void aPortOfThisMachineIsChosenByItsNumberAndNamedInWords() {
        page.key(Shortcut.F3);
        assertThat(shown().choices().list())
                .extracting(Choices.Choice::label)
                .containsExactly("ttyUSB0: Prolific controller", "Type or scan an address");
        page.typed('1');
        assertThat(detail().identity()).isEqualTo("Serial line, speed 9600, 8N1 · ttyUSB0: Prolific controller");
        assertThat(detail().changed()).isTrue();
        page.key(Shortcut.F5);
        assertThat(devices.asked)
                .contains(
                        "change scale serial:/dev/serial/by-path/socket-1?baud=9600&bits=8&parity=none&stop=1 mt-sics");
    }

    @Test
    void anAddressIsScannedWhileOneIsAskedFor() {
        page.key(Shortcut.F3);
        devices.read("tcp://10.0.0.7:4001");
        page.enter();
        page.key(Shortcut.F5);
        assertThat(devices.asked).contains("change scale tcp://10.0.0.7:4001 mt-sics");
    }

    @Test
    void anAddressThatCannotBeUsedIsSaidWithItsReasonAndNotApplied() {
        page.key(Shortcut.F3);
        "tcp://10.0.0.7".chars().forEach(c -> page.typed((char) c));
        assertThat(detail().usable()).isFalse();
        assertThat(detail().identity()).contains("not of the form tcp://host:port");
        page.key(Shortcut.F5);
        assertThat(Objects.requireNonNull(shown().answer()).level()).isEqualTo(Level.BAD);
        assertThat(devices.asked).noneMatch(asked -> asked.startsWith("change"));
        assertThat(page.back()).isTrue();
        assertThat(detail().address()).startsWith("serial:");
        assertThat(page.back()).isFalse();
    }

    @Test
    void aProfileIsChosenByItsNumber() {
        page.key(Shortcut.F4);
        assertThat(shown().choices().list()).extracting(Choices.Choice::label).contains("Mettler Toledo 8217");
        page.typed('3');
        assertThat(detail().profile()).isEqualTo("Mettler Toledo 8217");
    }

    private DevicesShown.Setup setup() {
        return Objects.requireNonNull(shown().setup());
    }

    @Test
    void aScaleThatNobodyKnowsIsFoundOutByItsEmptyAndItsLoadedPan() {
        devices.heard.add(SampleDevices.recordings("\00200.000\r"));
        devices.heard.add(SampleDevices.recordings("\00201.234\r"));
        page.key(Shortcut.F4);
        page.typed('1');
        assertThat(setup().instruction()).isEqualTo("Take everything off the pan");
        assertThat(devices.asked).noneMatch(asked -> asked.startsWith("hear "));
        page.key(Shortcut.F2);
        assertThat(setup().instruction()).isEqualTo("Put a parcel on the pan");
        page.enter();
        assertThat(setup().heard()).as("bytes tell a supervisor nothing").isEmpty();
        assertThat(shown().choices().list().getFirst().detail()).isEqualTo("reads 1,234 g");
        String chosen = shown().choices().list().getFirst().label();
        page.typed('1');
        assertThat(shown().setup()).isNull();
        String profile = ScaleProfiles.load().all().stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(devices.asked)
                .anyMatch(asked -> asked.startsWith("change scale serial:") && asked.endsWith(" " + profile));
    }

    @Test
    void aScaleThatSaysNothingIsSaidToAndNothingIsChanged() {
        devices.heard.add(SampleDevices.recordings(""));
        page.key(Shortcut.F4);
        page.typed('1');
        page.key(Shortcut.F2);
        assertThat(setup().level()).isEqualTo(Level.BAD);
        assertThat(setup().instruction()).isEqualTo("The scale says nothing");
        page.key(Shortcut.F2);
        assertThat(setup().words()).isEqualTo("9 of 17: Mettler Toledo 8217, Rice Lake BenchPro");
        assertThat(shown().keys()).extracting(PageKey::shortcut).containsExactly(Shortcut.ESCAPE);
        assertThat(page.back()).isTrue();
        assertThat(shown().setup()).isNull();
        assertThat(devices.asked).contains("hears no more").noneMatch(asked -> asked.startsWith("change"));
    }

    @Test
    void aProfileThatDoesNotFitIsSaidWithItsReason() {
        devices.heard.add(SampleDevices.recordings("\002?A\r"));
        devices.heard.add(SampleDevices.recordings("\00201.234\r"));
        page.key(Shortcut.F4);
        page.typed('1');
        page.key(Shortcut.F2);
        page.key(Shortcut.F2);
        assertThat(setup().instruction()).isEqualTo("No model makes sense of both");
        assertThat(setup().heard())
                .extracting(DevicesShown.Heard::text)
                .containsExactly("<STX>?A<CR>", "<STX>01.234<CR>");
        assertThat(setup().words()).contains("Toledo 8217, kilograms: the empty pan moved");
        assertThat(shown().choices().list()).isEmpty();
        page.key(Shortcut.F2);
        assertThat(setup().instruction()).isEqualTo("Take everything off the pan");
    }

    @Test
    void whatWasSaidBeforeIsGoneWithEachStepOfASetUp() {
        devices.heard.add(SampleDevices.recordings("\00200.000\r"));
        devices.heard.add(SampleDevices.recordings("\00201.234\r"));
        List<Runnable> steps = List.of(
                () -> page.key(Shortcut.F4),
                () -> page.digit(1),
                () -> page.key(Shortcut.F2),
                page::enter,
                () -> page.key(Shortcut.F2));
        for (Runnable step : steps) {
            devices.read("8801234567893");
            assertThat(shown().answer()).isNotNull();
            step.run();
            assertThat(shown().answer()).isNull();
        }
    }

    @Test
    void whatWasSaidOfTheSetUpCodeIsGoneWhenItIsScanned() {
        page.select(3);
        page.key(Shortcut.F4);
        page.key(Shortcut.F5);
        assertThat(shown().answer()).isNotNull();
        String code = LayoutCheck.SET_UP_CODE;
        page.scanned(SampleDevices.decoded(new Scan(1, "keyboard", Instant.EPOCH, code, null, false)), code, false);
        assertThat(shown().answer()).isNull();
        assertThat(setup().instruction()).isEqualTo("Every character arrived");
    }

    @Test
    void aPrinterThatWasAskedInVainIsOfferedToBeAskedNoMore() {
        page.select(2);
        devices.stand(SampleDevices.ofPrinter(DeviceTest.Outcome.RUNNING, TestMessage.Reason.PRINTING, ""));
        devices.stand(SampleDevices.ofPrinter(DeviceTest.Outcome.FAILED, TestMessage.Reason.NOT_PRINTED, "SILENT"));
        assertThat(setup().instruction()).isEqualTo("The printer was asked how it is and did not answer.");
        assertThat(shown().choices().list())
                .extracting(Choices.Choice::label)
                .containsExactly("yes, it answers", "never answers: only send labels");
        page.digit(2);
        assertThat(devices.asked).contains("choose printer ANSWERS 0");
        assertThat(shown().setup()).isNull();
    }

    @Test
    void aPrinterThatSaysWhatIsWrongIsNotOfferedToBeAskedNoMore() {
        page.select(2);
        devices.stand(SampleDevices.ofPrinter(DeviceTest.Outcome.RUNNING, TestMessage.Reason.PRINTING, ""));
        devices.stand(SampleDevices.ofPrinter(DeviceTest.Outcome.FAILED, TestMessage.Reason.NOT_PRINTED, "PAPER_OUT"));
        assertThat(shown().setup()).isNull();
        assertThat(Objects.requireNonNull(shown().answer()).words()).startsWith("Failed: The printer has no paper.");
    }

    @Test
    void whatIsScannedOnThePageIsShownAndTheJobDoesNotGetIt() {
        devices.read("A-01-02");
        assertThat(Objects.requireNonNull(shown().answer()).words()).startsWith("Scanned: A-01-02");
    }

    @Test
    void whatAScannerReadsTwiceIsLeftOutAsLongAsWasChosen() {
        page.select(0);
        assertThat(detail().options())
                .containsExactly(
                        new DevicesShown.Fact("Same code again", "left out within 500 ms · 3 left out so far"),
                        new DevicesShown.Fact("Charset", "UTF-8"));
        page.key(Shortcut.F8);
        page.typed('1');
        assertThat(shown().choices().list())
                .extracting(Choices.Choice::label)
                .containsExactly(
                        "every scan is taken",
                        "left out within 250 ms",
                        "left out within 500 ms",
                        "left out within 1,000 ms");
        page.typed('4');
        assertThat(devices.asked).contains("choose scanner REPEAT 1000");
        assertThat(shown().choices().list()).isEmpty();
        page.select(1);
        page.key(Shortcut.F8);
        assertThat(shown().choices().list()).isEmpty();
        assertThat(shown().keys()).extracting(PageKey::shortcut).doesNotContain(Shortcut.F8);
    }

    @Test
    void aKeyboardScannerHasSettingsAndNoAddress() {
        page.select(3);
        assertThat(shown().keys())
                .extracting(PageKey::shortcut)
                .containsExactly(Shortcut.ESCAPE, Shortcut.F2, Shortcut.F4, Shortcut.F7, Shortcut.F8);
        assertThat(detail().options())
                .extracting(DevicesShown.Fact::words)
                .containsExactly("every scan is taken", "at most 100 ms", "none: told by its speed");
        page.key(Shortcut.F3);
        page.key(Shortcut.F5);
        assertThat(detail().editing()).isFalse();
        page.key(Shortcut.F8);
        page.typed('2');
        page.typed('4');
        assertThat(devices.asked).contains("choose keyboard GAP 300").noneMatch(asked -> asked.startsWith("change"));
    }

    private static String answer(DevicesShown shown) {
        return shown.answer() == null ? "" : shown.answer().words();
    }

    @Test
    void aChangeWaitsForASupervisorWhoseBadgeAndPinAreTakenOnThePage() {
        devices.guarded = true;
        page.key(Shortcut.F4);
        page.typed('3');
        page.key(Shortcut.F5);
        assertThat(setup().instruction()).isEqualTo("Supervisor: scan your badge");
        assertThat(shown().keys()).extracting(PageKey::shortcut).containsExactly(Shortcut.ESCAPE);
        devices.read("B-1");
        assertThat(answer(shown())).startsWith("Minji Kim is no supervisor");
        devices.read("B-7");
        assertThat(setup().instruction()).contains("이정은");
        "777777".chars().forEach(c -> page.typed((char) c));
        assertThat(Objects.requireNonNull(shown().entry()).typed()).isEqualTo("●●●●●●");
        page.key(Shortcut.F7);
        page.enter();
        assertThat(devices.asked)
                .anyMatch(asked -> asked.startsWith("change scale serial:") && asked.endsWith("toledo-8217 by B-7"))
                .noneMatch(asked -> asked.startsWith("test all"));
        assertThat(answer(shown())).isEqualTo("Changed.");
        assertThat(shown().entry()).isNull();
        assertThat(shown().setup()).isNull();
    }

    @Test
    void aChangeThatNobodyVouchesForIsRefusedAndSaysWhoCanLiftThat() {
        devices.guarded = true;
        page.select(0);
        page.key(Shortcut.F8);
        page.typed('1');
        page.typed('4');
        assertThat(page.back()).isTrue();
        assertThat(answer(shown())).contains("Nothing was changed. Only a supervisor changes devices");
        assertThat(shown().entry()).isNull();
        assertThat(devices.asked).noneMatch(asked -> asked.startsWith("choose"));
        page.key(Shortcut.F2);
        assertThat(devices.asked).contains("test scanner");
    }

    @Test
    void theTestOfAllDevicesIsShownLineByLineAndHasKeysOfItsOwn() {
        page.operator("Minji Kim", null);
        page.key(Shortcut.F7);
        devices.stand(SampleDevices.middle());
        assertThat(shown().tests())
                .extracting(DevicesShown.TestLine::outcome)
                .containsExactly(DeviceTest.Outcome.FAILED, DeviceTest.Outcome.RUNNING, DeviceTest.Outcome.WAITING);
        assertThat(shown().tests().getFirst().words()).isEqualTo("Failed: Not connected: not found");
        assertThat(shown().keys()).extracting(PageKey::shortcut).containsExactly(Shortcut.ESCAPE, Shortcut.F2);
        page.key(Shortcut.F2);
        page.key(Shortcut.F3);
        assertThat(detail().editing()).isFalse();
        assertThat(page.back()).isTrue();
        assertThat(devices.asked).containsSubsequence("test all by Minji Kim", "skip", "stop");
        assertThat(shown().tests()).isEmpty();
    }

    @Test
    void theLastTestOfAllIsSaidWithTimeOperatorAndWhatFailed() {
        assertThat(shown().last())
                .isEqualTo(new Lamp(Level.BAD, "Test of all devices 11-23 15:26, Minji Kim: failed: printer."));
    }

    @Test
    void aPageThatIsLeftEndsItsTestAndGivesTheScansBack() {
        devices.stand(SampleDevices.middle());
        page.left();
        devices.read("A-01-02");
        assertThat(devices.asked).contains("stop", "closed list", "closed trace scale");
        assertThat(shown().answer()).isNull();
    }
}
