package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.model.id.OperatorId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a supervisor's word where not everybody may do something. No call blocks. */
@FunctionalInterface
public interface SupervisorApproval {

    /** Nobody is asked, because there is no bench to sign in at. */
    SupervisorApproval NOT_NEEDED = asker -> asker.allowed(null);

    /** Asks once; told on the thread of whoever knows. */
    void ask(Asker asker);

    /** Who wants to do it. */
    interface Asker {

        /**
         * It may be done.
         *
         * @param by who allowed it; absent where no operator is known yet
         */
        void allowed(@Nullable OperatorId by);

        /** A supervisor is asked for; told again with every answer of theirs that is not enough. */
        void asks(Question question);
    }

    /**
     * What a supervisor is asked; nothing is done until one vouches. Whoever does not answer has given up.
     *
     * @param screen what to ask: the badge, then the PIN
     * @param verdict what came of the last answer, absent before the first
     * @param to takes a scanned badge, and what was entered
     */
    record Question(Screen screen, @Nullable Verdict verdict, Consumer<Input> to) {}
}
