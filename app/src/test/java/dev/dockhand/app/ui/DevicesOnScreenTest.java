package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.demo.VirtualBench;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.device.DeviceTestReport;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.app.device.TestMessage.Reason;
import dev.dockhand.app.ui.devices.DevicesShown;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.LayoutCheck;
import dev.dockhand.hardware.scan.WedgeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The devices page on the real window, with devices that speak real bytes over the network. */
@ExtendWith(OnScreen.class)
class DevicesOnScreenTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<DecodedScan> booked = new CopyOnWriteArrayList<>();
    private VirtualBench bench;
    private StationDevices devices;
    private SampleWindow window;

    @BeforeEach
    void open() throws IOException {
        bench = VirtualBench.open(VirtualBench.TOLEDO, CLOCK);
        DeviceFiles.devices(folder).write(bench.settings());
        devices = new StationDevices(
                        folder,
                        new AnyOpener(),
                        ScaleProfiles.load(),
                        LabelTemplates.bundled(CLOCK),
                        () -> Dpi.DPI_203,
                        CLOCK,
                        Duration.ofMillis(200))
                .start();
        devices.onScan(booked::add);
        await().atMost(PATIENCE)
                .until(() -> bench.scanner().isConnected()
                        && devices.lamps().stream()
                                .filter(lamp -> lamp.kind() != DeviceLamp.Kind.SCANNER)
                                .allMatch(lamp -> lamp.state() == ConnectionState.OK));
        window = OnScreen.get(() -> {
            WindowSettings settings = new WindowSettings(Locale.ENGLISH, false, true, WindowSettings.USUAL_DPI);
            SampleWindow fresh = new SampleWindow(settings, 1280, 800, devices.setUp());
            fresh.show(Objects.requireNonNull(Walk.VIEWS.get("packing-scan-item")));
            fresh.press(KeyCode.F9);
            fresh.type("1");
            return fresh;
        });
        until(shown -> shown.rows().size() == 4);
    }

    @AfterEach
    void close() {
        OnScreen.run(window::close);
        devices.close();
        bench.close();
    }

    private DevicesShown shown() {
        return OnScreen.get(() -> window.window.devices().shown().get());
    }

    private DevicesShown until(Predicate<DevicesShown> wanted) {
        return await().atMost(PATIENCE).until(this::shown, wanted);
    }

    private static String answer(DevicesShown shown) {
        Lamp answer = shown.answer();
        return answer == null ? "" : answer.words();
    }

    private static Predicate<DevicesShown> line(int index, DeviceTest.Outcome outcome, String words) {
        return shown -> shown.tests().size() == 3
                && shown.tests().get(index).outcome() == outcome
                && shown.tests().get(index).words().contains(words);
    }

    private void press(KeyCode code) {
        OnScreen.run(() -> window.press(code));
    }

    @Test
    void aShiftStartsWithATestOfAllDevicesThatIsKept() throws IOException {
        bench.pan().load(412);
        press(KeyCode.F7);
        String code = until(line(0, DeviceTest.Outcome.RUNNING, "Scan this code"))
                .tests()
                .getFirst()
                .code();
        bench.scan("]C0SOMETHING-ELSE");
        until(line(0, DeviceTest.Outcome.RUNNING, "another code: SOMETHING-ELSE"));
        bench.scan("]C0" + code);
        until(line(0, DeviceTest.Outcome.PASSED, code));
        until(line(1, DeviceTest.Outcome.RUNNING, "Take everything off the pan: 0.412 kg"));
        bench.pan().load(0);
        until(line(1, DeviceTest.Outcome.PASSED, "The weight rests"));
        until(line(2, DeviceTest.Outcome.RUNNING, "confirmed by the printer"));
        await().atMost(PATIENCE).until(() -> bench.labels().size() == 1);
        bench.scan(Objects.requireNonNull(bench.labels().getFirst().code()));
        until(line(2, DeviceTest.Outcome.PASSED, "Scanned back"));
        List<DeviceTestReport> kept = await().atMost(PATIENCE)
                .until(() -> DeviceFiles.selfTests(folder).read(), each -> !each.isEmpty());
        assertThat(kept).singleElement().satisfies(test -> {
            assertThat(test.operator()).isEqualTo("Minji Kim");
            assertThat(test.passed()).isTrue();
            assertThat(test.devices())
                    .extracting(each -> each.message().reason())
                    .containsExactly(Reason.SCANNED, Reason.WEIGHED, Reason.SCANNED_BACK);
        });
        assertThat(Objects.requireNonNull(until(shown -> shown.last() != null).last())
                        .level())
                .isEqualTo(Level.FINE);
        assertThat(booked).isEmpty();
    }

    @Test
    void aWeightIsShownLiveAndItsTestWaitsUntilItRests() {
        OnScreen.run(() -> window.type("2"));
        bench.pan().motion(true);
        bench.pan().load(655);
        until(shown -> shown.detail() != null && shown.detail().live().words().equals("moving"));
        press(KeyCode.F2);
        until(shown -> answer(shown).contains("Waiting for a weight that rests. The scale says: moving"));
        bench.pan().motion(false);
        until(shown -> answer(shown).equals("Passed: The weight rests: 0.655 kg"));
        DevicesShown now = until(shown ->
                shown.detail() != null && shown.detail().live().figure().equals("0.655 kg"));
        assertThat(now.trace()).anySatisfy(each -> assertThat(each.decoded()).isEqualTo("stable 0.655 kg"));
    }

    private void chooseToListen() {
        OnScreen.run(() -> {
            window.touch("device-2");
            window.press(KeyCode.F4);
            window.layout().touch("choice-1");
        });
        until(setup("Take everything off the pan"));
        press(KeyCode.F2);
    }

    private static Predicate<DevicesShown> setup(String instruction) {
        return shown -> shown.setup() != null && shown.setup().instruction().equals(instruction);
    }

    private ConnectionState scaleState() {
        return devices.lamps().stream()
                .filter(lamp -> lamp.kind() == DeviceLamp.Kind.SCALE)
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aScaleWithAWrongProfileIsFoundOutAndWeighsWithTheRightOne() throws IOException {
        String address = bench.settings().get(1).address();
        devices.setUp().change("scale", address, "mt-sics", null, answer -> {});
        until(shown -> shown.detail() != null);
        chooseToListen();
        until(setup("Put a parcel on the pan"));
        bench.pan().load(1234);
        press(KeyCode.F2);
        DevicesShown judged = until(shown -> !shown.choices().list().isEmpty());
        String name =
                ScaleProfiles.load().byId(VirtualBench.TOLEDO).orElseThrow().name();
        int ours = judged.choices().list().stream()
                .filter(each -> each.label().equals(name))
                .findFirst()
                .orElseThrow()
                .number();
        OnScreen.run(() -> window.layout().touch("choice-" + ours));
        until(shown -> shown.detail() != null && shown.detail().live().figure().equals("1.234 kg"));
        assertThat(DeviceFiles.devices(folder).read()).isEqualTo(bench.settings());
    }

    @Test
    void aScaleThatSaysNothingIsOpenedAgainAsItWasAlsoWhenListeningIsGivenUp() throws IOException {
        bench.pan().silent(true);
        chooseToListen();
        until(setup("The scale says nothing"));
        press(KeyCode.F2);
        until(setup("Listening to the empty pan …"));
        await().atMost(PATIENCE).until(() -> scaleState() == ConnectionState.CLOSED);
        press(KeyCode.ESCAPE);
        bench.pan().silent(false);
        bench.pan().load(77);
        until(shown -> shown.setup() == null
                && shown.detail() != null
                && shown.detail().live().figure().equals("0.077 kg"));
        assertThat(scaleState()).isEqualTo(ConnectionState.OK);
        assertThat(DeviceFiles.devices(folder).read()).isEqualTo(bench.settings());
    }

    @Test
    void aPrinterWithoutPaperSaysSoAndItsTestFailsWithThatReason() {
        OnScreen.run(() -> window.type("3"));
        bench.printer().dials().paperOut(true);
        until(shown -> shown.detail() != null && shown.detail().live().figure().contains("no paper"));
        press(KeyCode.F2);
        until(shown -> answer(shown).startsWith("Failed: The printer has no paper."));
        assertThat(bench.labels()).isEmpty();
    }

    @Test
    void aPrinterThatNeverAnswersIsFoundOutByItsTestAndPrintsFromThenOn() throws IOException {
        OnScreen.run(() -> window.type("3"));
        bench.printer().dials().loseAnswers(true);
        until(shown -> shown.rows().get(2).state().equals("no answer"));
        press(KeyCode.F2);
        until(setup("The printer was asked how it is and did not answer."));
        assertThat(bench.labels()).isEmpty();
        OnScreen.run(() -> window.type("2"));
        until(shown ->
                answer(shown).equals("Changed.") && shown.rows().get(2).state().equals("works"));
        assertThat(DeviceFiles.devices(folder).read().get(2).options()).containsEntry(DeviceOption.ANSWERS, 0);
        press(KeyCode.F2);
        until(shown -> answer(shown).startsWith("Proof so far: sent, nothing proves that it came out."));
        await().atMost(PATIENCE).until(() -> bench.labels().size() == 1);
        bench.scanner().scan(bench.labels().getFirst().code());
        until(shown -> answer(shown).startsWith("Passed: Scanned back"));
    }

    private void choose(int option, int value) {
        OnScreen.run(() -> {
            window.type("4");
            window.press(KeyCode.F8);
            window.type(Integer.toString(option));
            window.type(Integer.toString(value));
        });
        until(shown -> answer(shown).equals("Changed."));
    }

    @Test
    void aKeyboardScannerIsTakenByItsPrefixFromTheMomentThatItIsChosenAndAfterARestart() throws IOException {
        OnScreen.run(() -> window.wedge("A-01-02"));
        until(shown -> answer(shown).startsWith("Scanned: A-01-02"));
        choose(3, 4);
        OnScreen.run(() -> window.wedge("~B-01-02"));
        until(shown -> answer(shown).startsWith("Scanned: B-01-02"));
        choose(3, 2);
        OnScreen.run(() -> window.wedge("\u0002D-01-02"));
        until(shown -> answer(shown).startsWith("Scanned: D-01-02"));
        OnScreen.run(() -> {
            window.control(KeyCode.B);
            window.wedge("E-01-02");
        });
        until(shown -> answer(shown).startsWith("Scanned: E-01-02"));
        choose(2, 4);
        DeviceSettings kept = DeviceFiles.devices(folder).read().getLast();
        assertThat(kept.options()).isEqualTo(Map.of(DeviceOption.PREFIX, 2, DeviceOption.GAP, 300));
        try (StationDevices again = new StationDevices(
                        folder,
                        new AnyOpener(),
                        ScaleProfiles.load(),
                        LabelTemplates.bundled(CLOCK),
                        () -> Dpi.DPI_203,
                        CLOCK)
                .start()) {
            List<DeviceSetUp.Device> read = new CopyOnWriteArrayList<>();
            again.setUp().onDevices(read::addAll);
            assertThat(read.get(3).wedge())
                    .isEqualTo(
                            WedgeSettings.USUAL.withGap(Duration.ofMillis(300)).withPrefix('\u0002'));
        }
        assertThat(booked).isEmpty();
    }

    @Test
    void theSetUpCodeTellsWhatTheKeyboardDoesToItBeforeAnyRepair() {
        OnScreen.run(() -> {
            window.type("4");
            window.press(KeyCode.F4);
        });
        until(setup("Scan this code with the keyboard scanner"));
        OnScreen.run(() -> window.wedge("AYQWMZay-_/.:@\"'#+"));
        DevicesShown german = until(setup("The code arrived damaged"));
        assertThat(Objects.requireNonNull(german.setup()).words())
                .contains("keys are those of a German keyboard")
                .contains("Z → Y   Y → Z   z → y");
        OnScreen.run(() -> window.wedge("ㅁㅋㅂㅈㅡㅛㅁㅋ-_/.:@\"'#+"));
        DevicesShown korean =
                until(shown -> shown.setup() != null && shown.setup().words().contains("The Korean input is on"));
        assertThat(Objects.requireNonNull(korean.setup()).words()).contains("A → a");
        OnScreen.run(() -> {
            LayoutCheck.SET_UP_CODE.chars().forEach(c -> window.type(Character.toString((char) c)));
            window.press(KeyCode.ENTER);
        });
        until(setup("The characters came too slowly"));
        OnScreen.run(() -> window.wedge(LayoutCheck.SET_UP_CODE));
        until(setup("Every character arrived"));
        press(KeyCode.F5);
        until(shown -> answer(shown).equals("The label came out."));
        await().atMost(PATIENCE).until(() -> bench.labels().size() == 1);
        assertThat(bench.labels().getFirst().code()).isEqualTo(LayoutCheck.SET_UP_CODE);
        press(KeyCode.ESCAPE);
        until(shown -> shown.setup() == null);
        assertThat(booked).isEmpty();
    }

    @Test
    void anAddressOrAProfileThatCannotBeUsedLeavesTheDeviceAsItWas() throws IOException {
        List<String> said = new CopyOnWriteArrayList<>();
        for (List<String> wrong : List.of(
                List.of("scale", "tcp://127.0.0.1", "toledo-8217"),
                List.of("scale", "tcp://127.0.0.1:9", "no-such-scale"),
                List.of("printer", "tcp://127.0.0.1:9", "no-such-language"))) {
            devices.setUp()
                    .change(
                            wrong.get(0),
                            wrong.get(1),
                            wrong.get(2),
                            null,
                            answer -> said.add(answer.text().arguments().toString()));
        }
        await().atMost(PATIENCE).until(() -> said.size() == 3);
        assertThat(said.get(0)).contains("tcp://host:port");
        assertThat(said.get(1)).contains("no scale profile 'no-such-scale'");
        assertThat(said.get(2)).contains("no printer language 'no-such-language'");
        assertThat(DeviceFiles.devices(folder).read()).isEqualTo(bench.settings());
        bench.pan().load(77);
        OnScreen.run(() -> window.type("2"));
        until(shown -> shown.detail() != null && shown.detail().live().figure().equals("0.077 kg"));
    }
}
