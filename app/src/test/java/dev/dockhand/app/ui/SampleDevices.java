package dev.dockhand.app.ui;

import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.device.DeviceTestReport;
import dev.dockhand.app.device.DeviceTests;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.device.ScanDecoder;
import dev.dockhand.app.device.TestMessage;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.printer.PrinterFlag;
import dev.dockhand.hardware.scale.RawFrame;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scale.ScaleWizard.Recording;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.model.id.OperatorId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Three devices as a supervisor finds them. */
public final class SampleDevices implements DeviceSetUp, DeviceTests, SupervisorApproval {

    private static final ScanDecoder DECODER =
            new ScanDecoder(new Gs1Reader(ApplicationIdentifiers.load(), InstantSource.fixed(SampleViews.NOW)));

    public final List<String> asked = new ArrayList<>();
    public List<FoundPort> ports = List.of();

    /** What each listening to the scale brings; while there is nothing more, it goes on. */
    public final Deque<List<Recording>> heard = new ArrayDeque<>();

    /** Whether a change waits for a supervisor; what is told then is kept. */
    public boolean guarded;

    private final List<Consumer<DeviceMessage>> scans = new ArrayList<>();
    private final List<Consumer<TestRun>> runListeners = new ArrayList<>();
    private TestRun tests = new TestRun(List.of(), false, false, lastTest(), true);

    private static DeviceTestReport lastTest() {
        return new DeviceTestReport(
                SampleViews.NOW,
                "Minji Kim",
                List.of(new DeviceTestReport.Result(
                        "printer",
                        DeviceLamp.Kind.PRINTER,
                        "Printer",
                        DeviceTest.Outcome.FAILED,
                        new TestMessage(TestMessage.Reason.NOT_PRINTED, "PAPER_OUT"))));
    }

    /** A test of all devices in its middle. */
    public static TestRun middle() {
        return new TestRun(
                List.of(
                        test(
                                DeviceLamp.Kind.SCALE,
                                DeviceTest.Outcome.FAILED,
                                TestMessage.Reason.NOT_CONNECTED,
                                "ABSENT",
                                ""),
                        test(
                                DeviceLamp.Kind.SCANNER,
                                DeviceTest.Outcome.RUNNING,
                                TestMessage.Reason.SCAN_CODE,
                                "",
                                "DHT-QWAZ-0192"),
                        test(DeviceLamp.Kind.PRINTER, DeviceTest.Outcome.WAITING, TestMessage.Reason.WAITING, "", "")),
                true,
                true,
                lastTest(),
                true);
    }

    /** A test of all devices at its end. */
    public static TestRun end() {
        return new TestRun(
                List.of(
                        test(
                                DeviceLamp.Kind.SCANNER,
                                DeviceTest.Outcome.PASSED,
                                TestMessage.Reason.SCANNED,
                                "DHT-QWAZ-0192",
                                ""),
                        test(DeviceLamp.Kind.SCALE, DeviceTest.Outcome.SKIPPED, TestMessage.Reason.LEFT_OUT, "", ""),
                        test(
                                DeviceLamp.Kind.PRINTER,
                                DeviceTest.Outcome.FAILED,
                                TestMessage.Reason.NOT_PRINTED,
                                "NO_ANSWER",
                                "")),
                true,
                false,
                lastTest(),
                true);
    }

    /** A test of the printer alone. */
    public static TestRun ofPrinter(DeviceTest.Outcome outcome, TestMessage.Reason reason, String detail) {
        return new TestRun(
                List.of(test(DeviceLamp.Kind.PRINTER, outcome, reason, detail, "")),
                false,
                outcome == DeviceTest.Outcome.RUNNING,
                lastTest(),
                true);
    }

    private static DeviceTest test(
            DeviceLamp.Kind kind, DeviceTest.Outcome outcome, TestMessage.Reason reason, String detail, String code) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new DeviceTest(name, kind, name, outcome, new TestMessage(reason, detail), code);
    }

    @Override
    public Subscription onDevices(Consumer<List<Device>> listener) {
        listener.accept(List.of(
                new Device(
                        "scanner",
                        DeviceLamp.Kind.SCANNER,
                        "Scanner",
                        "tcp://127.0.0.1:7001",
                        "serial",
                        Map.of(DeviceOption.REPEAT, 500),
                        3,
                        ConnectionState.OK,
                        null,
                        new DeviceMessage.Reads(
                                "01088012345678931727083110L2611A",
                                "]C1",
                                "GS1_128",
                                false,
                                List.of(
                                        new DeviceMessage.Field("01", "08801234567893"),
                                        new DeviceMessage.Field("17", "270831"),
                                        new DeviceMessage.Field("10", "L2611A")),
                                null)),
                new Device(
                        "scale",
                        DeviceLamp.Kind.SCALE,
                        "Scale",
                        "serial:/dev/serial/by-id/usb-Mettler-Toledo_Ariva-S_123456?baud=9600&bits=7&parity=even&stop=1",
                        "mt-sics",
                        Map.of(),
                        0,
                        ConnectionState.OK,
                        null,
                        weighs("655.0")),
                new Device(
                        "printer",
                        DeviceLamp.Kind.PRINTER,
                        "Printer",
                        "tcp://192.168.0.31:9100",
                        "zpl",
                        Map.of(),
                        0,
                        ConnectionState.BLOCKED,
                        null,
                        new DeviceMessage.Prints(List.of(PrinterFlag.PAPER_OUT, PrinterFlag.HEAD_OPEN))),
                new Device(
                        "keyboard",
                        DeviceLamp.Kind.KEYBOARD,
                        "keyboard",
                        "",
                        null,
                        Map.of(DeviceOption.GAP, 100),
                        0,
                        ConnectionState.SILENT,
                        null,
                        null)));
        return () -> asked.add("closed list");
    }

    @Override
    public Subscription onTrace(String device, Consumer<Trace> listener) {
        for (int i = 0; i < 6; i++) {
            listener.accept(trace(false, "S\r\n", null));
            listener.accept(trace(true, "S S      65" + i + ".0 g\r\n", null));
            listener.accept(trace(true, "", weighs("65" + i + ".0")));
        }
        return () -> asked.add("closed trace " + device);
    }

    private static DeviceMessage weighs(String figure) {
        return new DeviceMessage.Weighs(new LiveWeight(new BigDecimal(figure), "g", "STABLE"));
    }

    private static Trace trace(boolean in, String text, @Nullable DeviceMessage decoded) {
        return new Trace(SampleViews.NOW, in, new Bytes(text.getBytes(StandardCharsets.US_ASCII)), decoded);
    }

    @Override
    public List<Profile> profiles(DeviceLamp.Kind kind) {
        return kind == DeviceLamp.Kind.SCALE
                ? List.of(
                        new Profile("mt-sics", "Mettler Toledo MT-SICS"),
                        new Profile("toledo-8217", "Mettler Toledo 8217"))
                : kind == DeviceLamp.Kind.PRINTER
                        ? List.of(new Profile("zpl", ""))
                        : List.of(new Profile("serial", "Serial or network scanner"));
    }

    @Override
    public Subscription takeScans(Consumer<DeviceMessage> listener) {
        scans.add(listener);
        return () -> scans.remove(listener);
    }

    /** Takes a scan apart. */
    public static DecodedScan decoded(ScanEvent event) {
        return DECODER.decode(event);
    }

    @Override
    public DecodedScan decode(ScanEvent typed) {
        return decoded(typed);
    }

    @Override
    public void scanned(DecodedScan scan) {
        asked.add("scanned " + ((Scan) scan.event()).text());
    }

    /** A scanner read something while the page was open. */
    public void read(String code) {
        scans.forEach(listener -> listener.accept(new DeviceMessage.Reads(code, "", "", false, List.of(), null)));
    }

    @Override
    public void findPorts(Consumer<List<FoundPort>> listener) {
        listener.accept(ports);
    }

    /** A recording of the same bytes with every profile. */
    public static List<Recording> recordings(String latin1) {
        return ScaleProfiles.load().all().stream()
                .map(each -> new Recording(each, new RawFrame(latin1), Optional.empty()))
                .toList();
    }

    @Override
    public Subscription hear(String device, String address, Consumer<Hearing> listener) {
        asked.add("hear " + device + " " + address);
        listener.accept(new Hearing.Tries(List.of("Mettler Toledo 8217", "Rice Lake BenchPro"), 9, 17));
        List<Recording> next = heard.poll();
        if (next != null) {
            listener.accept(new Hearing.Over(next));
        }
        return () -> asked.add("hears no more");
    }

    @Override
    public void print(String code, String title, Consumer<Answer> answer) {
        asked.add("print " + code + " " + title);
        answer.accept(new Answer(true, Text.of("bench.device.printed")));
    }

    @Override
    public DeviceTests tests() {
        return this;
    }

    @Override
    public Subscription onRun(Consumer<TestRun> listener) {
        runListeners.add(listener);
        listener.accept(tests);
        return () -> runListeners.remove(listener);
    }

    /** The tests stand like this from now on. */
    public void stand(TestRun now) {
        tests = now;
        runListeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public void testAll(String operator) {
        asked.add("test all by " + operator);
    }

    @Override
    public void skip() {
        asked.add("skip");
    }

    @Override
    public void stop() {
        asked.add("stop");
        stand(new TestRun(List.of(), false, false, tests.last(), true));
    }

    @Override
    public void change(
            String device, String address, @Nullable String profile, @Nullable OperatorId by, Consumer<Answer> answer) {
        changed("change " + device + " " + address + " " + profile, by, answer);
    }

    @Override
    public void choose(
            String device, DeviceOption option, int value, @Nullable OperatorId by, Consumer<Answer> answer) {
        changed("choose " + device + " " + option + " " + value, by, answer);
    }

    private void changed(String change, @Nullable OperatorId by, Consumer<Answer> answer) {
        asked.add(by == null ? change : change + " by " + by.value());
        answer.accept(new Answer(true, Text.of("bench.device.changed")));
    }

    @Override
    public void ask(Asker asker) {
        if (guarded) {
            ask("signin.ask-supervisor", Screen.Keypad.Kind.BADGE, null, asker);
        } else {
            asker.allowed(null);
        }
    }

    private void ask(String step, Screen.Keypad.Kind kind, @Nullable Verdict verdict, Asker asker) {
        boolean pin = kind == Screen.Keypad.Kind.PIN;
        Screen screen = Screen.of(FlowId.SIGN_IN, step, pin ? Text.of(step, "이정은") : Text.of(step))
                .withHint(Text.of(pin ? "signin.pin.hint" : "signin.devices"))
                .withKeypad(new Screen.Keypad(kind, null));
        asker.asks(new Question(screen, verdict, input -> told(input, asker)));
    }

    private void told(Input input, Asker asker) {
        switch (input) {
            case Input.Scanned(var code)
            when code.text().equals("B-7") ->
                ask("signin.pin", Screen.Keypad.Kind.PIN, Verdict.note("signin.hello", "이정은"), asker);
            case Input.Entered(var text) when text.equals("777777") -> asker.allowed(new OperatorId("B-7"));
            default ->
                ask(
                        "signin.ask-supervisor",
                        Screen.Keypad.Kind.BADGE,
                        Verdict.warn("signin.no-supervisor", "Minji Kim"),
                        asker);
        }
    }

    @Override
    public void test(String device) {
        asked.add("test " + device);
    }
}
