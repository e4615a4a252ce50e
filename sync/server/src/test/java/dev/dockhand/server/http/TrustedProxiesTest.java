package dev.dockhand.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.ServerDatabase;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks is said by the connection, or by a proxy that is trusted; never by who asks. */
class TrustedProxiesTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10.0.0.9  | 10.0.0.7                      | 10.0.0.9
        10.0.0.1  | 10.0.0.7                      | 10.0.0.7
        10.0.0.1  | 6.6.6.6, 10.0.0.7             | 10.0.0.7
        10.0.0.1  | 6.6.6.6, 10.0.0.7, 10.0.0.2   | 10.0.0.7
        10.0.0.1  | 10.0.0.7:5123                 | 10.0.0.7
        10.0.0.1  | '[2001:db8::7]:5123'          | 2001:db8:0:0:0:0:0:7
        10.0.0.1  | 2001:db8::7                   | 2001:db8:0:0:0:0:0:7
        10.0.0.1  | ::ffff:10.0.0.7               | 10.0.0.7
        10.0.0.1  | ''                            | 10.0.0.1
        10.0.0.1  | 10.0.0.7, unknown             | 10.0.0.1
        10.0.0.1  | host.example                  | 10.0.0.1
        10.0.0.1  | 10.0.0.1, 10.0.0.2            | 10.0.0.1
        """)
    void theLastHopCountsBehindATrustedProxyOnly(String peer, String forwarded, String caller) {
        TrustedProxies proxies = TrustedProxies.of("10.0.0.1, 10.0.0.2");
        assertThat(proxies.caller(InetAddress.ofLiteral(peer), List.of(forwarded)))
                .isEqualTo(caller);
    }

    @Test
    void ofSeveralHeadersTheLastCounts() {
        assertThat(TrustedProxies.of("10.0.0.1")
                        .caller(InetAddress.ofLiteral("10.0.0.1"), List.of("6.6.6.6", "10.0.0.7")))
                .isEqualTo("10.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/8", "10.0.0.1 10.0.0.2"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForgedHeaderMakesNobodyAnother() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            for (int i = 0; i < 5; i++) {
                assertThat(guess(shop, "10.0.0." + i)).isEqualTo(403);
            }
            assertThat(guess(shop, "10.0.0.99")).isEqualTo(429);
        }
    }

    @Test
    void stationsBehindATrustedProxyAreCountedEachByItself() throws Exception {
        try (TestServer shop =
                TestServer.on(DATABASE, folder, settings -> settings.trusting(TrustedProxies.of("127.0.0.1")))) {
            for (int i = 0; i < 5; i++) {
                assertThat(guess(shop, "6.6.6.%d, 10.0.0.7".formatted(i))).isEqualTo(403);
            }
            assertThat(guess(shop, "6.6.6.99, 10.0.0.7")).isEqualTo(429);
            assertThat(guess(shop, "10.0.0.8")).isEqualTo(403);
        }
    }

    private static int guess(TestServer shop, String forwarded) throws Exception {
        return shop.send(shop.request("/v1/enrol", "")
                        .header("X-Forwarded-For", forwarded)
                        .POST(BodyPublishers.ofString("{\"code\":\"WRONG\",\"station\":\"S1\",\"usedEpoch\":0}")))
                .status();
    }
}
