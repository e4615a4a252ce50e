package dev.dockhand.server.http;

import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What goes over a connection: notes that it moves, and tells a caller that left from all other failures. */
final class Wire {

    private Wire() {}

    /** The body of a request. */
    static InputStream in(InputStream body, Connection connection) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                try {
                    int got = in.read(into, offset, length);
                    connection.moved(Math.max(0, got));
                    return got;
                } catch (RequestException e) {
                    throw refused(e.status().code(), e);
                } catch (HttpException e) {
                    throw refused(e.status().code(), e);
                } catch (IOException | RuntimeException e) {
                    throw new CallerGoneException(e);
                }
            }
        };
    }

    private static HttpError refused(int status, RuntimeException cause) {
        HttpError error = status == 413
                ? new HttpError(413, "TOO_LARGE", "the body is larger than anything that is taken here")
                : HttpError.badRequest("BAD_BODY", "the body is not sent as HTTP/1.1 says");
        error.initCause(cause);
        return error;
    }

    /** The body of an answer. */
    static OutputStream out(OutputStream body, Connection connection) {
        return new FilterOutputStream(body) {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) {
                try {
                    out.write(from, offset, length);
                    connection.moved(length);
                } catch (IOException | RuntimeException e) {
                    throw new CallerGoneException(e);
                }
            }

            @Override
            public void flush() {
                try {
                    out.flush();
                } catch (IOException | RuntimeException e) {
                    throw new CallerGoneException(e);
                }
            }

            @Override
            public void close() {
                try {
                    out.close();
                } catch (IOException | RuntimeException e) {
                    throw new CallerGoneException(e);
                }
            }
        };
    }
}
