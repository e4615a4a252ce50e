package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Prints one job after the other, on the thread that owns the printer. */
final class PrinterTalk implements Conversation {
    private static final Duration RETRY = Duration.ofMillis(200);

    private final StatusTalk talk;
    private final boolean asks;
    private final PrinterSettings settings;
    private final BlockingQueue<Pending> jobs;
    private final Consumer<Optional<PrinterStatus>> answers;
    /** How many bytes the printer may still take for the rest of a label whose connection was lost. */
    private int owed;

    /**
     * The talk.
     *
     * @param jobs what is to be printed
     * @param answers told of every answer, and of every question without one
     */
    PrinterTalk(
            PrinterLanguage language,
            PrinterSettings settings,
            BlockingQueue<Pending> jobs,
            Consumer<Optional<PrinterStatus>> answers) {
        this.talk = language.talk().orElseGet(ZplStatus::new);
        this.asks = settings.asks() && language.talk().isPresent();
        this.settings = settings;
        this.jobs = jobs;
        this.answers = answers;
    }

    @Override
    public void talk(Wire wire, StateReport report) throws PortException, InterruptedException {
        new Connection(new PrinterLine(wire, talk, settings.answer()), report).run();
    }

    /** One connection; a new one knows nothing of the old one's answers. */
    private final class Connection {
        private final PrinterLine line;
        private final StateReport report;
        private Optional<PrinterStatus> last = Optional.empty();
        private long asked;

        Connection(PrinterLine line, StateReport report) {
            this.line = line;
            this.report = report;
        }

        void run() throws PortException, InterruptedException {
            fill();
            look();
            while (true) {
                Pending job = jobs.poll(settings.poll().toNanos(), TimeUnit.NANOSECONDS);
                if (job == null) {
                    look();
                } else {
                    print(job);
                }
            }
        }

        /** Ends a picture that a lost connection left half sent, before anything else is taken for the rest of it. */
        private void fill() throws PortException, InterruptedException {
            if (owed > 0 && asks && talk.filler() >= 0) {
                byte[] nothing = new byte[owed];
                Arrays.fill(nothing, (byte) talk.filler());
                if (!line.send(nothing, settings.send(), () -> report.is(ConnectionState.BLOCKED))) {
                    throw new PortException(ConnectionState.BLOCKED, "the printer takes no bytes");
                }
            }
            owed = 0;
        }

        /** Asks the printer, and makes the lamp true. */
        private Optional<PrinterStatus> look() throws PortException, InterruptedException {
            if (!asks) {
                // reading is the only way to learn that a port is gone
                line.listen(Duration.ofMillis(1));
                report.is(ConnectionState.OK);
                return last;
            }
            last = line.ask();
            asked = System.nanoTime();
            answers.accept(last);
            boolean well = last.isPresent() && last.get().stopped().isEmpty();
            report.is(well ? ConnectionState.OK : ConnectionState.BLOCKED);
            return last;
        }

        private void print(Pending job) throws PortException, InterruptedException {
            try {
                if (prepare(job)) {
                    owed = job.job().bytes().length;
                    send(job);
                    owed = 0;
                }
            } catch (PortException e) {
                job.lose(PrintReason.LOST_AFTER);
                putBack(job);
                throw e;
            } catch (InterruptedException e) {
                job.lose(PrintReason.CLOSED_AFTER);
                putBack(job);
                throw e;
            }
        }

        /** A job of which no byte has left waits for the next connection, until its time is over. */
        private void putBack(Pending job) {
            if (job.state() instanceof PrintState.Prepared && !jobs.offer(job)) {
                job.fail(PrintReason.QUEUE_FULL);
            }
        }

        /** Waits until the printer can print; false when the job's time was over before. */
        private boolean prepare(Pending job) throws PortException, InterruptedException {
            boolean fresh = System.nanoTime() - asked < settings.fresh().toNanos() && !last.isEmpty();
            while (job.state() instanceof PrintState.Prepared) {
                Optional<PrinterStatus> now = fresh ? last : look();
                fresh = false;
                if (asks && !ready(now)) {
                    line.listen(RETRY);
                } else if (now.isPresent() && now.get().flags().contains(PrinterFlag.PARTIAL_FORMAT)) {
                    line.cancelPartial();
                } else if (job.begin()) {
                    return true;
                }
            }
            return false;
        }

        /**
         * One that cannot count must have nothing else in hand, or its being busy would prove nothing of this job.
         */
        private static boolean ready(Optional<PrinterStatus> now) {
            return now.isPresent()
                    && now.get().stopped().isEmpty()
                    && (now.get().unfinished().isPresent() || now.get().idle());
        }

        private void send(Pending job) throws PortException, InterruptedException {
            boolean sent = line.send(job.job().bytes(), settings.send(), () -> report.is(ConnectionState.BLOCKED));
            if (!sent) {
                job.lose(PrintReason.STUCK);
                throw new PortException(ConnectionState.BLOCKED, "the printer took no byte of a label any more");
            }
            job.sent();
            if (asks) {
                confirm(job);
            } else {
                job.confirm(ProofLevel.ACCEPTED, false);
            }
        }

        /** Asks until what was seen tells how far the job came, or its time is over. */
        private void confirm(Pending job) throws PortException, InterruptedException {
            long sent = System.nanoTime();
            Watch watch = new Watch(talk);
            line.askInTurn();
            while (System.nanoTime() - sent < settings.confirm().toNanos()) {
                watch.see(look(), System.nanoTime());
                if (line.reached()) {
                    watch.reached();
                }
                if (watch.over()) {
                    watch.end(job);
                    return;
                }
                line.listen(settings.settle());
            }
            job.lose(last.isEmpty() ? PrintReason.NO_ANSWER : PrintReason.NOT_FINISHED);
        }
    }
}
