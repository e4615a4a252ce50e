package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Text;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.LinkStatus;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.RawTrace;
import dev.dockhand.hardware.port.WireOpener;
import dev.dockhand.hardware.printer.LabelPrinter;
import dev.dockhand.hardware.printer.PrinterLanguage;
import dev.dockhand.hardware.printer.PrinterSettings;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ScaleConversation;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.ScanReader;
import dev.dockhand.hardware.scan.ScannerConversation;
import dev.dockhand.hardware.scan.ScannerProfile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A device of the bench with its connection. */
sealed interface OpenDevice extends AutoCloseable {

    /** As set up. */
    DeviceSettings settings();

    /** What is known of the connection. */
    LinkStatus status();

    /** Watches the bytes. */
    DevicesDoor.Subscription watch(Consumer<DevicesDoor.Trace> listener);

    /** Asks the device to show that it works. */
    void test(LabelDesk labels, List<Consumer<ScanEvent>> scanListeners, Consumer<DevicesDoor.Answer> answer);

    @Override
    void close();

    /** What every device is opened with. */
    record Parts(WireOpener opener, InstantSource clock, Runnable changed) {

        DeviceLink follow(DeviceLink link) {
            link.listen(status -> changed.run());
            return link;
        }
    }

    private static DevicesDoor.Subscription watch(
            DeviceLink link, Consumer<DevicesDoor.Trace> listener, AtomicReference<@Nullable String> decoded) {
        link.trace().last().forEach(chunk -> listener.accept(trace(chunk, null)));
        var subscription = link.trace().listen(chunk -> listener.accept(trace(chunk, decoded.get())));
        return subscription::close;
    }

    private static DevicesDoor.Trace trace(RawTrace.Chunk chunk, @Nullable String decoded) {
        boolean in = chunk.direction() == RawTrace.Direction.IN;
        return new DevicesDoor.Trace(chunk.at(), in, new DevicesDoor.Bytes(chunk.bytes()), in ? decoded : null);
    }

    /**
     * A device that is switched off.
     *
     * @param settings as set up
     */
    record Off(DeviceSettings settings) implements OpenDevice {
        @Override
        public LinkStatus status() {
            return new LinkStatus(ConnectionState.CLOSED, Instant.EPOCH, "");
        }

        @Override
        public DevicesDoor.Subscription watch(Consumer<DevicesDoor.Trace> listener) {
            return () -> {};
        }

        @Override
        public void test(
                LabelDesk labels, List<Consumer<ScanEvent>> scanListeners, Consumer<DevicesDoor.Answer> answer) {
            answer.accept(new DevicesDoor.Answer(false, Text.of("bench.device.off")));
        }

        @Override
        public void close() {}
    }

    /**
     * A scanner.
     *
     * @param settings as set up
     * @param link its connection
     * @param talk what is said with it
     * @param said the last scan as it can be shown
     */
    record Scanner(
            DeviceSettings settings, DeviceLink link, ScannerConversation talk, AtomicReference<@Nullable String> said)
            implements OpenDevice {

        static Scanner open(
                DeviceSettings settings,
                Parts parts,
                ScannerProfile profile,
                LongSupplier numbers,
                Consumer<ScanEvent> listener) {
            AtomicReference<@Nullable String> said = new AtomicReference<>();
            ScanReader reader = new ScanReader(settings.name(), numbers, parts.clock());
            ScannerConversation talk = new ScannerConversation(profile, reader, event -> {
                said.set(shown(event));
                listener.accept(event);
            });
            PortAddress address = PortAddress.parse(settings.address());
            DeviceLink link = new DeviceLink(settings.name(), address, parts.opener(), talk, parts.clock());
            return new Scanner(settings, parts.follow(link).start(), talk, said);
        }

        private static String shown(ScanEvent event) {
            return switch (event) {
                case Scan scan -> scan.shown();
                case RefusedScan refused -> refused.reason().name();
            };
        }

        @Override
        public LinkStatus status() {
            return link.status();
        }

        @Override
        public DevicesDoor.Subscription watch(Consumer<DevicesDoor.Trace> listener) {
            return OpenDevice.watch(link, listener, said);
        }

        @Override
        public void test(
                LabelDesk labels, List<Consumer<ScanEvent>> scanListeners, Consumer<DevicesDoor.Answer> answer) {
            AtomicReference<@Nullable Consumer<ScanEvent>> self = new AtomicReference<>();
            Consumer<ScanEvent> once = event -> {
                scanListeners.remove(self.get());
                answer.accept(
                        new DevicesDoor.Answer(event instanceof Scan, Text.of("bench.device.scanned", shown(event))));
            };
            self.set(once);
            scanListeners.add(once);
        }

        @Override
        public void close() {
            link.close();
        }
    }

    /**
     * A scale.
     *
     * @param settings as set up
     * @param link its connection
     * @param said the last reading in words
     */
    record Scale(DeviceSettings settings, DeviceLink link, AtomicReference<@Nullable String> said)
            implements OpenDevice {

        static Scale open(DeviceSettings settings, Parts parts, ScaleProfile profile, Consumer<Reading> listener) {
            AtomicReference<@Nullable String> said = new AtomicReference<>();
            ScaleConversation talk = new ScaleConversation(profile, settings.name(), parts.clock(), reading -> {
                said.set(words(reading));
                listener.accept(reading);
            });
            PortAddress address = profile.address(settings.address());
            DeviceLink link = new DeviceLink(settings.name(), address, parts.opener(), talk, parts.clock());
            return new Scale(settings, parts.follow(link).start(), said);
        }

        private static String words(Reading reading) {
            String weight = reading.weight()
                    .map(value -> " " + value.value().toPlainString() + " "
                            + value.unit().symbol())
                    .orElse("");
            return reading.state().name() + weight;
        }

        @Override
        public LinkStatus status() {
            return link.status();
        }

        @Override
        public DevicesDoor.Subscription watch(Consumer<DevicesDoor.Trace> listener) {
            return OpenDevice.watch(link, listener, said);
        }

        @Override
        public void test(
                LabelDesk labels, List<Consumer<ScanEvent>> scanListeners, Consumer<DevicesDoor.Answer> answer) {
            String last = said.get();
            answer.accept(
                    last != null && link.status().state() == ConnectionState.OK
                            ? new DevicesDoor.Answer(true, Text.of("bench.device.weighs", last))
                            : new DevicesDoor.Answer(false, Text.of("bench.scale.stale")));
        }

        @Override
        public void close() {
            link.close();
        }
    }

    /**
     * A label printer.
     *
     * @param settings as set up
     * @param printer the printer
     * @param language how labels are said for it
     * @param tests counts test labels
     */
    record Printer(DeviceSettings settings, LabelPrinter printer, LabelLanguage language, AtomicLong tests)
            implements OpenDevice {

        static Printer open(DeviceSettings settings, Parts parts) {
            PortAddress address = PortAddress.parse(settings.address());
            PrinterLanguage language = PrinterLanguage.of(settings.profile() == null ? "zpl" : settings.profile());
            boolean asks = !(address instanceof PortAddress.DeviceFile) && !(address instanceof PortAddress.Queue);
            LabelPrinter printer = new LabelPrinter(
                    settings.name(),
                    address,
                    parts.opener(),
                    language,
                    asks ? PrinterSettings.usual() : PrinterSettings.writeOnly(),
                    parts.clock());
            parts.follow(printer.link());
            return new Printer(settings, printer.start(), language.labels(), new AtomicLong());
        }

        @Override
        public LinkStatus status() {
            return printer.link().status();
        }

        @Override
        public DevicesDoor.Subscription watch(Consumer<DevicesDoor.Trace> listener) {
            return OpenDevice.watch(printer.link(), listener, new AtomicReference<>());
        }

        @Override
        public void test(
                LabelDesk labels, List<Consumer<ScanEvent>> scanListeners, Consumer<DevicesDoor.Answer> answer) {
            String job = "test-" + tests.incrementAndGet();
            Map<String, Object> data = Map.of("location", "TEST-01", "zone", "TEST");
            labels.print(new Effect.Print(job, "location", data), printed -> {
                boolean good = printed.outcome() == Input.Printed.Outcome.CONFIRMED;
                answer.accept(new DevicesDoor.Answer(
                        good, Text.of(good ? "bench.device.printed" : "bench.device.not-printed", printed.proof())));
            });
        }

        @Override
        public void close() {
            printer.close();
        }
    }
}
