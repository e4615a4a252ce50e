package dev.dockhand.server.http;

/** Answers one kind of request. */
@FunctionalInterface
interface Endpoint {
    Reply answer(Call call) throws Exception;
}
