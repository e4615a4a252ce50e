package dev.dockhand.app.device;

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
import dev.dockhand.hardware.scan.ScanReader;
import dev.dockhand.hardware.scan.ScannerConversation;
import dev.dockhand.hardware.scan.ScannerProfile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A device of the bench with its connection. */
sealed interface OpenDevice extends AutoCloseable {

    /** As set up. */
    DeviceSettings settings();

    /** What is known of the connection. */
    LinkStatus status();

    /** Watches the bytes, where there are any. */
    default DeviceSetUp.Subscription watch(Consumer<DeviceSetUp.Trace> listener) {
        return () -> {};
    }

    /** What it said last. */
    @Nullable
    DeviceMessage message();

    @Override
    default void close() {}

    /** What every device is opened with. */
    record Parts(WireOpener opener, InstantSource clock, Runnable changed) {

        DeviceLink follow(DeviceLink link) {
            link.listen(status -> changed.run());
            return link;
        }
    }

    /** A device that has a connection of its own. */
    sealed interface Linked extends OpenDevice {

        /** Its connection. */
        DeviceLink link();

        /** What it was opened with. */
        Parts parts();

        /** What it said last, with who listens. */
        LastMessage log();

        @Override
        default LinkStatus status() {
            return link().status();
        }

        @Override
        default DeviceSetUp.Subscription watch(Consumer<DeviceSetUp.Trace> listener) {
            link().trace().last().forEach(chunk -> listener.accept(trace(chunk)));
            var bytes = link().trace().listen(chunk -> listener.accept(trace(chunk)));
            var meanings = log().listen(message -> listener.accept(new DeviceSetUp.Trace(
                    parts().clock().instant(), true, new DeviceSetUp.Bytes(new byte[0]), message)));
            return () -> {
                bytes.close();
                meanings.close();
            };
        }

        @Override
        default @Nullable DeviceMessage message() {
            return log().last();
        }

        @Override
        default void close() {
            link().close();
        }
    }

    private static DeviceSetUp.Trace trace(RawTrace.Chunk chunk) {
        boolean in = chunk.direction() == RawTrace.Direction.IN;
        return new DeviceSetUp.Trace(chunk.at(), in, new DeviceSetUp.Bytes(chunk.bytes()), null);
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
        public @Nullable DeviceMessage message() {
            return null;
        }
    }

    /**
     * A scanner that types into the window, which tells what it typed.
     *
     * @param settings as set up
     * @param log the last scan
     */
    record Keyboard(DeviceSettings settings, LastMessage log) implements OpenDevice {
        @Override
        public LinkStatus status() {
            ConnectionState state = log.last() == null ? ConnectionState.SILENT : ConnectionState.OK;
            return new LinkStatus(state, Instant.EPOCH, "");
        }

        @Override
        public @Nullable DeviceMessage message() {
            return log.last();
        }
    }

    /**
     * A scanner.
     *
     * @param settings as set up
     * @param link its connection
     * @param talk what is message with it
     * @param parts what it was opened with
     * @param log the last scan
     */
    record Scanner(DeviceSettings settings, DeviceLink link, ScannerConversation talk, Parts parts, LastMessage log)
            implements Linked {

        static Scanner open(
                DeviceSettings settings,
                Parts parts,
                ScannerProfile profile,
                LongSupplier numbers,
                ScanDecoder decoder,
                Consumer<DecodedScan> listener) {
            LastMessage log = new LastMessage();
            ScanReader reader = new ScanReader(settings.name(), numbers, parts.clock(), settings.charset());
            ScannerConversation talk = new ScannerConversation(profile, reader, event -> {
                DecodedScan scan = decoder.decode(event);
                if (log.take(scan.message())) {
                    parts.changed().run();
                }
                listener.accept(scan);
            });
            PortAddress address = PortAddress.parse(settings.address());
            DeviceLink link = new DeviceLink(settings.name(), address, parts.opener(), talk, parts.clock());
            return new Scanner(settings, parts.follow(link).start(), talk, parts, log);
        }
    }

    /**
     * A scale.
     *
     * @param settings as set up
     * @param link its connection
     * @param parts what it was opened with
     * @param log the last reading
     */
    record Scale(DeviceSettings settings, DeviceLink link, Parts parts, LastMessage log) implements Linked {

        static Scale open(DeviceSettings settings, Parts parts, ScaleProfile profile, Consumer<Reading> listener) {
            LastMessage log = new LastMessage();
            ScaleConversation talk = new ScaleConversation(profile, settings.name(), parts.clock(), reading -> {
                log.take(new DeviceMessage.Weighs(LiveWeight.of(reading)));
                listener.accept(reading);
            });
            PortAddress address = profile.address(settings.address());
            DeviceLink link = new DeviceLink(settings.name(), address, parts.opener(), talk, parts.clock());
            return new Scale(settings, parts.follow(link).start(), parts, log);
        }
    }

    /**
     * A label printer.
     *
     * @param settings as set up
     * @param printer the printer
     * @param language how labels are message for it
     * @param parts what it was opened with
     * @param log its last status
     */
    record Printer(DeviceSettings settings, LabelPrinter printer, LabelLanguage language, Parts parts, LastMessage log)
            implements Linked {

        static Printer open(DeviceSettings settings, Parts parts) {
            PortAddress address = PortAddress.parse(settings.address());
            PrinterLanguage language = PrinterLanguage.of(settings.profile() == null ? "zpl" : settings.profile());
            boolean asks = !(address instanceof PortAddress.DeviceFile)
                    && !(address instanceof PortAddress.Queue)
                    && settings.option(DeviceOption.ANSWERS) == 1;
            LabelPrinter printer = new LabelPrinter(
                    settings.name(),
                    address,
                    parts.opener(),
                    language,
                    asks ? PrinterSettings.usual() : PrinterSettings.writeOnly(),
                    parts.clock());
            parts.follow(printer.link());
            LastMessage log = new LastMessage();
            printer.onAnswer(answer -> {
                boolean isNew = answer.map(status -> log.take(new DeviceMessage.Prints(List.copyOf(status.flags()))))
                        .orElseGet(log::forget);
                if (isNew) {
                    parts.changed().run();
                }
            });
            return new Printer(settings, printer.start(), language.labels(), parts, log);
        }

        @Override
        public DeviceLink link() {
            return printer.link();
        }

        @Override
        public void close() {
            printer.close();
        }
    }
}
