package dev.dockhand.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Lane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * What the server does by itself, again and again. Of all processes on a database one at a time does a job; what a killed one
 * had in hand, another one takes up within {@link #TAKEN_UP}. A process that stood still so long meets another one at its job
 * when it goes on, so a job must bear that.
 */
public final class Jobs implements AutoCloseable {

    /** How long a job may lie still that was in the hands of a process that is no more. */
    public static final Duration TAKEN_UP = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED = 4;
    private static final double HALF = 0.5;
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final Scheduler scheduler;

    private Jobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * A job.
     *
     * @param name what it is known by in the database, the same in every process
     * @param period how long after its end it begins again
     * @param work what is done; where it fails, it is tried again after the period
     */
    public record Job(String name, Duration period, Runnable work) {}

    /**
     * Begins; what is due is done at once.
     *
     * @param process what this process is called
     */
    public static Jobs start(Database database, String process, InstantSource time, List<Job> jobs) {
        Scheduler scheduler = Scheduler.create(database.jobs())
                .startTasks(jobs.stream().map(job -> task(job, time)).toList())
                .schedulerName(new SchedulerName.Fixed(process))
                .clock(time::instant)
                .alwaysPersistTimestampInUTC()
                .threads(jobs.size())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(HALF, 1)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(LONGEST_END)
                .build();
        scheduler.start();
        return new Jobs(scheduler);
    }

    private static RecurringTask<Void> task(Job job, InstantSource time) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.period()))
                // Otherwise it would be due by the machine's clock.
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, time.instant()))
                .execute((instance, context) -> Lane.OFFICE.run(job.work()));
    }

    /** Lets what is being done end. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
