package dev.dockhand.server.accept;

import dev.dockhand.model.protocol.Push;

/** The answer to a push. */
public sealed interface Answer {

    /** Everything is committed. */
    record Taken(Push.Result result) implements Answer {}

    /** Nothing was taken. */
    record Refused(Push.Refusal refusal) implements Answer {}
}
