package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash.Check;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.station.Health;
import dev.dockhand.station.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PINs are checked with the cable pulled, by what only this station's key opens. */
class StationPinTest extends OpenStation {

    private Path file() {
        return folder.resolve("pin-pepper");
    }

    private Check check(String pin) {
        Operator kim = station.view().operatorByBadge("BADGE-1").orElseThrow();
        return station.checkPin(kim, pin);
    }

    private void restart(HttpTruth.Mood mood) throws Exception {
        station.close();
        server.mood = mood;
        open();
    }

    @Test
    void pinsAreCheckedAfterARestartWithTheServerGone() throws Exception {
        restart(HttpTruth.Mood.DOWN);
        assertThat(check(Shop.KIMS_PIN)).isEqualTo(Check.RIGHT);
        assertThat(check("246811")).isEqualTo(Check.WRONG);
    }

    @Test
    void noFileOfTheStationHoldsThePepperInTheClear() throws Exception {
        station.close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        String sealed = Files.readString(file());
        assertThat(PinPepper.open(sealed, "secret-1")).contains(Shop.PEPPER);
        assertThat(PinPepper.open(sealed, "secret-2")).isEmpty();
        String bytes = new String(Shop.PEPPER.secret(), StandardCharsets.ISO_8859_1);
        String text = Base64.getEncoder().withoutPadding().encodeToString(Shop.PEPPER.secret());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                assertThat(read(each)).as(each.toString()).doesNotContain(bytes).doesNotContain(text);
            }
        }
        open();
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aDamagedOneIsAskedForAnewAndNoTryIsCountedMeanwhile() throws Exception {
        byte[] sealed = Files.readAllBytes(file());
        sealed[sealed.length / 2] ^= 1;
        Files.write(file(), sealed);
        restart(HttpTruth.Mood.DOWN);
        assertThat(check(Shop.KIMS_PIN)).isEqualTo(Check.UNKNOWN);
        server.mood = HttpTruth.Mood.WELL;
        Rigs.await().until(() -> check(Shop.KIMS_PIN) == Check.RIGHT);
        restart(HttpTruth.Mood.DOWN);
        assertThat(check(Shop.KIMS_PIN)).as("and it is on the disk").isEqualTo(Check.RIGHT);
    }

    @Test
    void afterEnrollingAnewItOpensWithTheNewKey() throws Exception {
        station.close();
        Rigs.enrol(folder, server);
        open();
        Rigs.await().until(() -> check(Shop.KIMS_PIN) == Check.RIGHT);
    }

    @Test
    void aServerThatGivesAForgedOneStopsNothingElse() throws Exception {
        Files.delete(file());
        server.truth.peppers =
                key -> PinPepper.random(new java.util.Random(1)).sealed("another", new java.util.Random(1));
        restart(HttpTruth.Mood.WELL);
        server.truth.tell(List.of(Shop.basics(21).getLast()));
        awaitInStep();
        Rigs.receive(station, 1);
        Rigs.await().until(() -> server.truth.stored(1).size() == 1);
        assertThat(check(Shop.KIMS_PIN)).isEqualTo(Check.UNKNOWN);
        Rigs.await().until(() -> Rigs.noticed(station, Health.Kind.ANSWER_REFUSED));
        assertThat(file()).doesNotExist();
    }
}
