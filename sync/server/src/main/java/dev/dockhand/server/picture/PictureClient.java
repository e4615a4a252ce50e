package dev.dockhand.server.picture;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.picture.BadPictureException.Reason;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientResponse;
import io.helidon.webclient.spi.DnsResolver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Asks one address for its picture, and never for more than a picture is. */
final class PictureClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 3;

    private final boolean privateToo;

    /**
     * A client.
     *
     * @param privateToo whether machines of the house may be asked
     */
    PictureClient(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** The picture at an address; follows where it leads. How long it takes altogether is the caller's to bound. */
    Picture fetch(PictureSource source) throws BadPictureException {
        PictureSource at = source;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = answer(at);
            if (answer.next().isEmpty()) {
                return Picture.read(answer.bytes());
            }
            at = target(at, answer.next().get());
        }
        throw new BadPictureException(
                Reason.PICTURE_NOT_THERE, "it leads on more than %d times".formatted(MOST_REDIRECTS));
    }

    private record Answer(byte[] bytes, Optional<String> next) {}

    private static PictureSource target(PictureSource from, String location) throws BadPictureException {
        try {
            PictureSource to =
                    new PictureSource(URI.create(from.value()).resolve(location).toString());
            boolean weaker = from.value().startsWith("https:") && !to.value().startsWith("https:");
            if (to.isAddress() && !weaker) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new BadPictureException(Reason.PICTURE_ADDRESS, "it leads to what is no address of a picture");
        }
        throw new BadPictureException(Reason.PICTURE_ADDRESS, "it leads from https to something weaker");
    }

    private Answer answer(PictureSource at) throws BadPictureException {
        // The addresses are looked at where the connection is made, so that no name can mean another machine by then.
        Named named = new Named();
        Http1Client client = Http1Client.builder()
                .dnsResolver(named)
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .followRedirects(false)
                .keepAlive(false)
                .shareConnectionCache(false)
                .proxy(Proxy.noProxy())
                .servicesDiscoverServices(false)
                .build();
        try (Http1ClientResponse response = client.get()
                .uri(URI.create(at.value()))
                .skipUriEncoding(true)
                .header(HeaderNames.ACCEPT, "image/png, image/jpeg")
                .header(HeaderNames.ACCEPT_ENCODING, "identity")
                .header(HeaderNames.USER_AGENT, "Dockhand")
                .request()) {
            return read(response);
        } catch (BadPictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (named.refused) {
                throw new BadPictureException(Reason.PICTURE_ADDRESS, "its machine is not on the internet");
            }
            throw new BadPictureException(Reason.PICTURE_NO_ANSWER, e.getClass().getSimpleName());
        }
    }

    private static Answer read(Http1ClientResponse response) throws IOException, BadPictureException {
        Status status = response.status();
        if (status.family() == Status.Family.REDIRECTION) {
            return new Answer(
                    new byte[0],
                    Optional.of(response.headers()
                            .value(HeaderNames.LOCATION)
                            .orElseThrow(() -> new BadPictureException(Reason.PICTURE_NOT_THERE, "it leads nowhere"))));
        }
        if (status.family() != Status.Family.SUCCESSFUL) {
            throw new BadPictureException(
                    status.code() >= 500 ? Reason.PICTURE_NO_ANSWER : Reason.PICTURE_NOT_THERE,
                    "it answers " + status.code());
        }
        if (response.headers().contentLength().orElse(0) > PictureId.LARGEST) {
            throw new BadPictureException(
                    Reason.PICTURE_TOO_LARGE, "it has more than %,d bytes".formatted(PictureId.LARGEST));
        }
        try (InputStream in = response.inputStream()) {
            return new Answer(in.readNBytes(PictureId.LARGEST + 1), Optional.empty());
        }
    }

    /** Gives a name's addresses, those of the house only where they are wanted. */
    private final class Named implements DnsResolver {

        private volatile boolean refused;

        @Override
        public InetAddress resolveAddress(String host, DnsAddressLookup lookup) {
            try {
                InetAddress[] all = InetAddress.getAllByName(host);
                if (!privateToo && !Arrays.stream(all).allMatch(PublicAddresses::has)) {
                    refused = true;
                    throw new IllegalArgumentException("not on the internet");
                }
                return all[0];
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("no such name", e);
            }
        }
    }
}
