package dev.dockhand.server.http;

import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.accept.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is counted and timed, for whoever watches. All names and labels are the server's own: nothing that a caller sends is one. */
public final class Meters implements AutoCloseable {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Nothing yet, but how the process is. */
    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where others keep their own. */
    public MeterRegistry registry() {
        return registry;
    }

    /** The same work, each time counted and timed under its name. */
    public Runnable timed(String job, Runnable work) {
        return () -> {
            long start = System.nanoTime();
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                Timer.builder("dockhand.job.runs")
                        .tag("job", job)
                        .tag("result", done ? "done" : "failed")
                        .register(registry)
                        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
        };
    }

    void answered(Route route, int status, long nanos) {
        Timer.builder("dockhand.http.requests")
                .description("From the request until its answer was sent")
                .tag("method", route.method())
                .tag("route", route.path())
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    void pushed(Answer answer) {
        switch (answer) {
            case Answer.Taken taken -> {
                registry.counter("dockhand.pushes", "result", "TAKEN").increment();
                for (Push.Outcome outcome : taken.result().outcomes()) {
                    registry.counter(
                                    "dockhand.events",
                                    "status",
                                    outcome.status().name())
                            .increment();
                }
            }
            case Answer.Refused refused ->
                registry.counter(
                                "dockhand.pushes",
                                "result",
                                refused.refusal().code().name())
                        .increment();
        }
    }

    Reply reply() {
        return Reply.stream(TEXT, registry::scrape);
    }

    @Override
    public void close() {
        registry.close();
    }
}
