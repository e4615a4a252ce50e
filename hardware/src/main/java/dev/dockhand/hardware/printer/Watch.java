package dev.dockhand.hardware.printer;

import java.time.Duration;
import java.util.Optional;

/**
 * What was seen of a printer after a job was sent, and what it proves. An answer may be older than the parsing of the last
 * bytes, so a printer must be found finished twice; and one that does not count its labels must have been seen busy after
 * the job was sent and after every stop, or have answered in turn behind it.
 */
final class Watch {
    /** How long a finished printer is watched for a better proof before the lower one is told. */
    private static final Duration FOR_BETTER = Duration.ofSeconds(2);

    private final boolean reprints;
    private final long patience;
    private boolean worked;
    private boolean interrupted;
    private int idle;
    private int clear;
    private long idleSince;
    private long now;

    Watch(StatusTalk talk) {
        this.reprints = talk.reprints();
        this.patience = talk.tellsBusy() || talk.inTurn().length > 0 ? FOR_BETTER.toNanos() : 0;
    }

    /** The printer answered the question that stood behind the job. */
    void reached() {
        worked = true;
    }

    /** Takes an answer, or a silence. */
    void see(Optional<PrinterStatus> answer, long time) {
        now = time;
        boolean stopped = answer.isEmpty() || answer.get().stopped().isPresent();
        boolean counted = answer.isPresent() && answer.get().unfinished().isPresent();
        if (answer.isPresent() && answer.get().idle() && (counted || !stopped)) {
            worked |= counted;
            idleSince = idle == 0 ? time : idleSince;
            idle++;
            clear = stopped ? 0 : clear + 1;
        } else {
            interrupted |= stopped;
            worked = !stopped && (worked || answer.isPresent());
            idle = 0;
            clear = 0;
        }
    }

    /** True when nothing more is to be learned. */
    boolean over() {
        return worked && clear >= 2
                || !reprints && interrupted && clear >= 2
                || idle >= 2 && now - idleSince > patience;
    }

    /** Ends the job with what was proved and nothing more. */
    void end(Pending job) {
        if (interrupted && !(worked && reprints)) {
            job.lose(PrintReason.INTERRUPTED);
        } else if (worked) {
            job.confirm(clear >= 2 ? ProofLevel.CLEAR : ProofLevel.IDLE, interrupted);
        } else {
            job.confirm(ProofLevel.ACCEPTED, false);
        }
    }
}
