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
     * The badge is locked; a supervisor may vouch for the person.
     *
     * @param operator whose badge it is
     */
    record Locked(Operator operator) implements SignInState {}

    /**
     * A supervisor vouches for a person whose badge is locked, and proves it with the own PIN.
     *
     * @param locked who is let in again
     * @param supervisor who vouches
     * @param failed sign-ins with the supervisor's badge that failed in a row
     */
    record Vouch(Operator locked, Operator supervisor, int failed) implements SignInState {}
}
