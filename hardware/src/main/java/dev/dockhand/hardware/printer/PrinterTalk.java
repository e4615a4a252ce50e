package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Prints one job after the other, on the thread that owns the printer. */
final class PrinterTalk implements Conversation {
    private static final Duration RETRY = Duration.ofMillis(200);
    /** How long a finished printer with an open head or no paper is waited for, before the lower proof is told. */
    private static final Duration FOR_CLEAR = Duration.ofSeconds(2);

    private final PrinterSettings settings;
    private final BlockingQueue<Pending> jobs;
    private final Consumer<Optional<HostStatus>> answers;

    /**
     * The talk.
     *
     * @param jobs what is to be printed
     * @param answers told of every answer, and of every question without one
     */
    PrinterTalk(PrinterSettings settings, BlockingQueue<Pending> jobs, Consumer<Optional<HostStatus>> answers) {
        this.settings = settings;
        this.jobs = jobs;
        this.answers = answers;
    }

    @Override
    public void talk(Wire wire, StateReport report) throws PortException, InterruptedException {
        new Connection(new PrinterLine(wire, settings.answer()), report).run();
    }

    /** One connection; a new one knows nothing of the old one's answers. */
    private final class Connection {
        private final PrinterLine line;
        private final StateReport report;
        private Optional<HostStatus> last = Optional.empty();
        private long asked;

        Connection(PrinterLine line, StateReport report) {
            this.line = line;
            this.report = report;
        }

        void run() throws PortException, InterruptedException {
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

        /** Asks the printer, and makes the lamp true. */
        private Optional<HostStatus> look() throws PortException, InterruptedException {
            if (!settings.asks()) {
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
                    send(job);
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
                Optional<HostStatus> now = fresh ? last : look();
                fresh = false;
                if (!settings.asks() || now.isPresent() && now.get().stopped().isEmpty()) {
                    if (now.isPresent() && now.get().flags().contains(PrinterFlag.PARTIAL_FORMAT)) {
                        line.cancelPartial();
                    } else if (job.begin()) {
                        return true;
                    }
                } else {
                    line.listen(RETRY);
                }
            }
            return false;
        }

        private void send(Pending job) throws PortException, InterruptedException {
            boolean sent = line.send(job.job().bytes(), settings.send(), () -> report.is(ConnectionState.BLOCKED));
            if (!sent) {
                job.lose(PrintReason.STUCK);
                throw new PortException(ConnectionState.BLOCKED, "the printer took no byte of a label any more");
            }
            job.sent();
            if (settings.asks()) {
                confirm(job);
            } else {
                job.confirm(ProofLevel.ACCEPTED, false);
            }
        }

        /**
         * Asks until the printer is twice found finished: its first answer may be older than the parsing of the last
         * bytes.
         */
        private void confirm(Pending job) throws PortException, InterruptedException {
            long sent = System.nanoTime();
            long idleSince = sent;
            int idle = 0;
            int clear = 0;
            boolean interrupted = false;
            while (System.nanoTime() - sent < settings.confirm().toNanos()) {
                Optional<HostStatus> now = look();
                boolean stopped = now.isEmpty() || now.get().stopped().isPresent();
                if (now.isPresent() && now.get().idle()) {
                    idleSince = idle == 0 ? System.nanoTime() : idleSince;
                    idle++;
                    clear = stopped ? 0 : clear + 1;
                } else {
                    interrupted |= stopped;
                    idle = 0;
                    clear = 0;
                }
                if (clear >= 2) {
                    job.confirm(ProofLevel.CLEAR, interrupted);
                    return;
                }
                if (idle >= 2 && System.nanoTime() - idleSince > FOR_CLEAR.toNanos()) {
                    job.confirm(ProofLevel.IDLE, interrupted);
                    return;
                }
                line.listen(settings.settle());
            }
            job.lose(last.isEmpty() ? PrintReason.NO_ANSWER : PrintReason.NOT_FINISHED);
        }
    }
}
