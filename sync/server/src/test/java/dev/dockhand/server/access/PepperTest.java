package dev.dockhand.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.server.TestServer;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What stations check PINs with: of the people of their warehouse only, and sealed for each of them. */
class PepperTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String PEOPLE = "operator,name,badge,pin,role,active\n";

    @TempDir
    private Path folder;

    private TestServer shop(String name) throws Exception {
        return TestServer.on(DATABASE, folder.resolve(name));
    }

    private static String secret(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private static String sealed(TestServer shop, String key) throws Exception {
        TestServer.Answer answer = shop.send(shop.request("/v1/pin-pepper", key).GET());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("sealed").asText();
    }

    private static List<String> hashes(String text) {
        return text.lines()
                .flatMap(line -> java.util.regex.Pattern.compile("\\$argon2id\\$[^\"]+")
                        .matcher(line)
                        .results())
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static String told(TestServer shop, String key, String path) throws Exception {
        return shop.send(shop.request(path, key).GET()).text();
    }

    @Test
    void aStationsKeyOpensThePepperAndWithItThePinsOfTheSnapshot() throws Exception {
        try (TestServer shop = shop("one")) {
            shop.load("operators", PEOPLE + "op-1,x,B-1,246810,PICKER,true\n");
            String key = shop.enrol("S01");
            String sealed = sealed(shop, key);
            PinPepper pepper = PinPepper.open(sealed, secret(key)).orElseThrow();
            String hash = hashes(told(shop, key, "/v1/snapshot")).getFirst();
            assertThat(PinHash.check(hash, "246810", pepper)).isEqualTo(PinHash.Check.RIGHT);
            assertThat(PinHash.check(hash, "246811", pepper)).isEqualTo(PinHash.Check.WRONG);
            assertThat(PinPepper.open(sealed, secret(shop.enrol("S02"))))
                    .as("another station's key")
                    .isEmpty();
            assertThat(sealed).doesNotContain(Base64.getEncoder().encodeToString(pepper.secret()));
        }
    }

    @Test
    void nobodyElseGetsIt() throws Exception {
        try (TestServer shop = shop("one")) {
            assertThat(shop.send(shop.request("/v1/pin-pepper", "").GET()).status())
                    .isEqualTo(401);
            assertThat(shop.get("/v1/pin-pepper").status()).isEqualTo(403);
        }
    }

    @Test
    void itIsTheSameForAllStationsAndAfterARestart() throws Exception {
        PinPepper first;
        try (TestServer shop = TestServer.embedded(folder)) {
            String key = shop.enrol("S01");
            first = PinPepper.open(sealed(shop, key), secret(key)).orElseThrow();
            String other = shop.enrol("S02");
            assertThat(PinPepper.open(sealed(shop, other), secret(other))).contains(first);
        }
        try (TestServer shop = TestServer.embedded(folder)) {
            String key = shop.enrol("S01");
            assertThat(PinPepper.open(sealed(shop, key), secret(key))).contains(first);
        }
    }

    @Test
    void aStationLearnsThePeopleOfItsOwnWarehouseOnly() throws Exception {
        try (TestServer one = shop("one");
                TestServer two = shop("two")) {
            one.load("operators", PEOPLE + "op-1,x,B-1,246810,PICKER,true\nop-2,x,B-2,1357,PICKER,false\n");
            two.load("operators", PEOPLE + "op-9,y,B-9,999999,SUPERVISOR,true\n");
            String key = one.enrol("S01");
            String other = two.enrol("S01");
            for (String path : List.of("/v1/snapshot", "/v1/feed")) {
                assertThat(told(one, key, path))
                        .contains("\"op-1\"", "\"op-2\"")
                        .doesNotContain("\"op-9\"");
                assertThat(hashes(told(one, key, path)))
                        .as("of who may sign in")
                        .hasSize(1);
                assertThat(told(two, other, path)).contains("\"op-9\"").doesNotContain("\"op-1\"");
                assertThat(told(two, key, path))
                        .as("of its own, whichever server it asks")
                        .contains("\"op-1\"")
                        .doesNotContain("\"op-9\"");
            }
            PinPepper pepper = PinPepper.open(sealed(one, key), secret(key)).orElseThrow();
            PinPepper otherPepper =
                    PinPepper.open(sealed(two, other), secret(other)).orElseThrow();
            assertThat(otherPepper).isNotEqualTo(pepper);
        }
    }
}
