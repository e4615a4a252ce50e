package dev.dockhand.model.protocol;

/**
 * Body of every answer that is not a success.
 *
 * @param code stable name of the error, for instance {@code PROTOCOL_UNSUPPORTED}; clients translate it
 * @param message what happened, in plain English
 * @param support code that finds the error in the server's log; empty where the answer says it all
 */
public record ErrorBody(String code, String message, String support) {}
