package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatAnswersAndTakesNothingIsNotReady() throws Exception {
        try (TestServer shop = TestServer.on(DATABASE, folder)) {
            awaitReady(shop, 200);
            Owner.use(DATABASE.database(), handle -> handle.createScript("""
                CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100'', MESSAGE = ''could not extend file''; END';
                CREATE TRIGGER no_room BEFORE INSERT ON heartbeat FOR EACH ROW EXECUTE FUNCTION no_room();
                """).executeAsSeparateStatements());
            awaitReady(shop, 503);
            TestServer.Answer down = shop.send(shop.bare("/health/ready").GET());
            assertThat(down.body().path("reason").asText()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(shop.send(shop.bare("/health/live").GET()).status()).isEqualTo(200);
            Owner.use(DATABASE.database(), handle -> handle.execute("DROP FUNCTION no_room CASCADE"));
            awaitReady(shop, 200);
        }
    }

    private static void awaitReady(TestServer shop, int status) {
        await().atMost(PATIENCE)
                .until(() -> shop.send(shop.bare("/health/ready").GET()).status() == status);
    }
}
