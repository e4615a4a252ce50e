package dev.dockhand.app.flow.signin;

import dev.dockhand.model.catalogue.Operator;

/** Where sign-in stands. */
public sealed interface SignInState {

    /** Nobody is here. */
    record Badge() implements SignInState {}

    /**
     * A badge was read; the PIN proves whose it is.
     *
     * @param operator whose badge it is
     * @param failed sign-ins with this badge that failed in a row
     */
    record Pin(Operator operator, int failed) implements SignInState {}

    /**
     * A supervisor is asked to vouch.
     *
     * @param favour for what
     */
    record Asked(Favour favour) implements SignInState {}

    /**
     * A supervisor vouches, and proves it with the own PIN.
     *
     * @param favour for what
     * @param supervisor who vouches
     * @param failed sign-ins with the supervisor's badge that failed in a row
     */
    record Vouch(Favour favour, Operator supervisor, int failed) implements SignInState {}

    /** What a supervisor vouches for. */
    sealed interface Favour {

        /**
         * A person whose badge is locked is let in again.
         *
         * @param locked who
         */
        record LetIn(Operator locked) implements Favour {}

        /** The devices of the station are changed, whoever is signed in. */
        record ChangeDevices() implements Favour {}
    }
}
