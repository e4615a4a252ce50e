package dev.dockhand.app.bench;

import dev.dockhand.app.bench.DevicesDoor.Asks;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.station.StationMemory;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a kiosk may be closed: by a supervisor's word for this once. Used by the bench's thread only. */
final class ClosingApproval implements ApprovalRun.Asker {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingApproval.class);

    private final Executor thread;
    private final Consumer<Asks> asks;
    private final Runnable allowed;

    private ClosingApproval(Executor thread, Consumer<Asks> asks, Runnable allowed) {
        this.thread = thread;
        this.asks = asks;
        this.allowed = allowed;
    }

    static void ask(StationMemory memory, Lookup lookup, Executor thread, Consumer<Asks> asks, Runnable allowed) {
        if (memory.view().knowsOperators()) {
            ApprovalRun.ask(
                    memory, lookup, FlowId.SIGN_IN, Text.of("quit.badge"), new ClosingApproval(thread, asks, allowed));
        } else {
            allowed.run();
        }
    }

    @Override
    public void asks(ApprovalRun approval, @Nullable Verdict verdict) {
        asks.accept(new Asks(approval.screen(), verdict, input -> thread.execute(() -> approval.take(input))));
    }

    @Override
    public void answered(Input answer, @Nullable Verdict verdict) {
        if (answer instanceof Input.Approved(var supervisor)) {
            LOG.info("the station is closed by the word of {}", supervisor);
            allowed.run();
        }
    }
}
