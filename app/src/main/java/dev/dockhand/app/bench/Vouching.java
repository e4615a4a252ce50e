package dev.dockhand.app.bench;

import dev.dockhand.app.bench.DevicesDoor.Asks;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.app.flow.signin.SignInState;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.StationMemory;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervisor vouches for a change beside the job, with badge and PIN as at sign-in: recorded, counted and locked as there.
 * Used by the bench's thread only.
 */
final class Vouching {

    private static final Logger LOG = LoggerFactory.getLogger(Vouching.class);

    private final StationMemory memory;
    private final Lookup lookup;
    private final Executor thread;
    private final Supervision.Asker asker;
    private final SignInFlow flow = new SignInFlow();
    private SignInState state = SignInFlow.CHANGE_DEVICES;
    private boolean over;

    /**
     * Asks.
     *
     * @param thread the bench's
     */
    Vouching(StationMemory memory, Lookup lookup, Executor thread, Supervision.Asker asker) {
        this.memory = memory;
        this.lookup = lookup;
        this.thread = thread;
        this.asker = asker;
    }

    void begin() {
        tell(null);
    }

    private void take(Input input) {
        if (over) {
            return;
        }
        Decision<SignInState> decision = flow.on(state, input, lookup);
        try {
            if (!decision.acts().isEmpty()) {
                memory.record(decision.acts());
            }
        } catch (MemoryException e) {
            LOG.error("a supervisor's word was not recorded: {}", e.reason(), e);
            tell(Verdict.stop("bench.not-recorded"));
            return;
        }
        state = decision.next();
        Optional<Effect.Allow> allow = decision.effects().stream()
                .filter(Effect.Allow.class::isInstance)
                .map(Effect.Allow.class::cast)
                .findFirst();
        over = allow.isPresent();
        allow.ifPresentOrElse(by -> asker.allowed(by.supervisor().id()), () -> tell(decision.verdict()));
    }

    private void tell(@Nullable Verdict verdict) {
        asker.asks(new Asks(flow.screen(state, lookup), verdict, input -> thread.execute(() -> take(input))));
    }
}
