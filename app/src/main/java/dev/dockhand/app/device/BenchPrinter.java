package dev.dockhand.app.device;

import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelNotice;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.LabelWriter;
import dev.dockhand.hardware.label.WrittenLabel;
import dev.dockhand.hardware.label.ZplLanguage;
import dev.dockhand.hardware.printer.LabelPrinter;
import dev.dockhand.hardware.printer.PrintJob;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.printer.PrintState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a label's data into the printer's bytes and follows the job to its end. */
final class BenchPrinter implements LabelPrinting {

    private static final Logger LOG = LoggerFactory.getLogger(BenchPrinter.class);

    private final LabelTemplates templates;
    private final Supplier<Dpi> dpi;
    private final AtomicLong askedAgain = new AtomicLong();
    private volatile LabelWriter writer = new LabelWriter(new ZplLanguage());
    private volatile @Nullable LabelPrinter printer;

    BenchPrinter(LabelTemplates templates, Supplier<Dpi> dpi) {
        this.templates = templates;
        this.dpi = dpi;
    }

    /** From now on this printer prints. */
    void use(LabelPrinter other, LabelLanguage language) {
        if (!writer.language().equals(language)) {
            writer = new LabelWriter(language);
        }
        printer = other;
    }

    /** From now on there is no printer. */
    void useNone() {
        printer = null;
    }

    void warmUp() {
        writer.warmUp();
    }

    @Override
    public void print(LabelJob label, Consumer<LabelEnd> ended) {
        List<LabelNotice> notices = new CopyOnWriteArrayList<>();
        String refused = submit(label, notices::addAll, state -> {
            if (state.ended()) {
                ended.accept(end(notices, state));
            }
        });
        if (refused != null) {
            ended.accept(failed(refused));
        }
    }

    /**
     * Prints a label, once, and tells every state on its way.
     *
     * @param each gets each state, on any thread; a scan back after the end is told too
     * @return false when there is no printer, or the label cannot be made: nothing is told then
     */
    boolean follow(LabelJob label, Consumer<PrintState> each) {
        return submit(label, notices -> {}, each) == null;
    }

    /** The operator scanned the label of a job. */
    void scannedBack(String job) {
        LabelPrinter target = printer;
        if (target != null && !target.scannedBack(job)) {
            LOG.info("job {} was scanned back and is not known any more", job);
        }
    }

    /** Absent when the job was taken, or else why it was not. */
    private @Nullable String submit(LabelJob label, Consumer<List<LabelNotice>> notices, Consumer<PrintState> each) {
        LabelPrinter target = printer;
        if (target == null) {
            return PrintReason.ABSENT.name();
        }
        WrittenLabel written;
        try {
            LabelWriter current = writer;
            written = current.written(
                    templates.fill(
                            label.template(), label.data(), current.language().widestMm()),
                    dpi.get());
        } catch (LabelException | IllegalArgumentException e) {
            // The message names the field or the resolution, never its content.
            LOG.error("label {} of job {} cannot be made: {}", label.template(), label.job(), e.getMessage());
            return "DATA";
        }
        try {
            notices.accept(written.notices());
            target.submit(new PrintJob(job(label), written.bytes()), update -> each.accept(update.state()));
            return null;
        } catch (IllegalArgumentException e) {
            LOG.error("job {} was refused: {}", label.job(), e.getMessage());
            return "REPEATED";
        }
    }

    /** The printer refuses a job that it was given before, so what an operator asks for again has a name of its own. */
    private String job(LabelJob label) {
        return label.again() ? label.job() + ":again:" + askedAgain.incrementAndGet() : label.job();
    }

    /** The field and the character alone: of what the field holds nothing is noted. */
    private static String words(LabelNotice notice) {
        return switch (notice.kind()) {
            case REPLACED -> "%s U+%04X".formatted(notice.field(), notice.number());
            case CUT -> "%s > %d".formatted(notice.field(), notice.number());
        };
    }

    private static LabelEnd failed(String why) {
        return new LabelEnd(LabelEnd.Outcome.FAILED, why, "");
    }

    private static LabelEnd end(List<LabelNotice> notices, PrintState state) {
        return switch (state) {
            case PrintState.Confirmed confirmed ->
                new LabelEnd(
                        LabelEnd.Outcome.CONFIRMED,
                        confirmed.proof().name(),
                        notices.stream().map(BenchPrinter::words).collect(Collectors.joining(", ")));
            case PrintState.Unknown(var reason) -> new LabelEnd(LabelEnd.Outcome.UNKNOWN, reason.name(), "");
            case PrintState.Failed(var reason) -> failed(reason.name());
            case PrintState.Prepared p -> throw new IllegalStateException("the job has not ended");
            case PrintState.Sent s -> throw new IllegalStateException("the job has not ended");
        };
    }
}
