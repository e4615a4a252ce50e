package dev.dockhand.app.ui;

import dev.dockhand.app.bench.DeviceLamp;
import dev.dockhand.app.bench.DevicesDoor;
import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.port.ConnectionState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Three devices as a supervisor finds them. */
public final class SampleDevices implements DevicesDoor {

    public final List<String> asked = new ArrayList<>();

    @Override
    public Subscription onDevices(Consumer<List<Device>> listener) {
        listener.accept(List.of(
                new Device(
                        "scanner",
                        DeviceLamp.Kind.SCANNER,
                        "Scanner",
                        "tcp://127.0.0.1:7001",
                        "cr-lf",
                        ConnectionState.OK,
                        null),
                new Device(
                        "scale",
                        DeviceLamp.Kind.SCALE,
                        "Scale",
                        "serial:/dev/serial/by-id/usb-Mettler-Toledo_Ariva-S_123456?baud=9600&bits=7&parity=even&stop=1",
                        "mt-sics",
                        ConnectionState.SILENT,
                        null),
                new Device(
                        "printer",
                        DeviceLamp.Kind.PRINTER,
                        "Printer",
                        "tcp://192.168.0.31:9100",
                        "zpl",
                        ConnectionState.BLOCKED,
                        null)));
        return () -> asked.add("closed list");
    }

    @Override
    public Subscription onTrace(String device, Consumer<Trace> listener) {
        for (int i = 0; i < 6; i++) {
            listener.accept(trace(false, "S\r\n", null));
            listener.accept(trace(true, "S S      65" + i + ".0 g\r\n", "STABLE 65" + i + ".0 g"));
        }
        return () -> asked.add("closed trace " + device);
    }

    private static Trace trace(boolean in, String text, @Nullable String decoded) {
        return new Trace(SampleScreens.NOW, in, new Bytes(text.getBytes(StandardCharsets.US_ASCII)), decoded);
    }

    @Override
    public List<String> profiles(DeviceLamp.Kind kind) {
        return kind == DeviceLamp.Kind.SCALE ? List.of("mt-sics", "toledo-8217") : List.of("zpl");
    }

    @Override
    public void change(String device, String address, @Nullable String profile, Consumer<Answer> answer) {
        asked.add("change " + device + " " + address + " " + profile);
        answer.accept(new Answer(true, Text.of("bench.device.changed")));
    }

    @Override
    public void test(String device, Consumer<Answer> answer) {
        asked.add("test " + device);
        answer.accept(new Answer(true, Text.of("bench.device.scanned", "8801234567893")));
    }
}
