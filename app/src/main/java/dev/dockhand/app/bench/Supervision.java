package dev.dockhand.app.bench;

import dev.dockhand.app.bench.DevicesDoor.Asks;
import dev.dockhand.model.id.OperatorId;
import org.jspecify.annotations.Nullable;

/** Asks for a supervisor's word where not everybody may do something. No call blocks. */
interface Supervision {

    /** Nobody is asked, because there is no bench to sign in at. */
    Supervision NOBODY = asker -> asker.allowed(null);

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
        void asks(Asks asks);
    }
}
