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
     * A badge is locked, and a supervisor is asked to unlock it.
     *
     * @param operator whose badge it is
     */
    record Locked(Operator operator) implements SignInState {}
}
