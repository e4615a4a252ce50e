package dev.dockhand.station.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP/1.1 by the JDK's client. The limit holds for the whole exchange: a server that sends byte by byte ends too. */
public final class HttpExchange implements Exchange {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final URI server;

    /**
     * An exchange with one server.
     *
     * @param server address, for instance {@code https://dockhand.example:8443}
     */
    public HttpExchange(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer send(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder http = HttpRequest.newBuilder(server.resolve(request.path()))
                .timeout(request.limit())
                .method(
                        request.method(),
                        request.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(http::header);
        CompletableFuture<HttpResponse<byte[]>> future = client.sendAsync(http.build(), handler(request));
        try {
            HttpResponse<byte[]> response = future.get(request.limit().toMillis(), TimeUnit.MILLISECONDS);
            Map<String, String> headers = new HashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (ExecutionException e) {
            throw new IOException(request + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(request + ": no whole answer in " + request.limit(), e);
        } finally {
            future.cancel(true);
        }
    }

    private static HttpResponse.BodyHandler<byte[]> handler(Request request) {
        HttpResponse.BodyHandler<byte[]> whole = info -> request.into() != null && info.statusCode() == 200
                ? HttpResponse.BodySubscribers.mapping(
                        HttpResponse.BodySubscribers.ofFile(request.into()), file -> new byte[0])
                : HttpResponse.BodySubscribers.ofByteArray();
        return HttpResponse.BodyHandlers.limiting(whole, request.mostBytes());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
