package dev.dockhand.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PinPepperTest {

    private static final String KEY = "kq3Zk0jXl4o0uUu0c2uYb9c2h5s7m1nQ8rT6vW4xY2z";

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final PinPepper pepper = PinPepper.random(random);

    @Test
    void itOpensWithTheStationsKeyOnly() {
        String sealed = pepper.sealed(KEY, random);
        assertThat(PinPepper.open(sealed, KEY)).contains(pepper);
        assertThat(PinPepper.open(sealed + "\n", KEY)).as("from a file").contains(pepper);
        assertThat(PinPepper.open(sealed, KEY + "x")).isEmpty();
        assertThat(pepper.sealed(KEY, random)).as("never twice the same").isNotEqualTo(sealed);
    }

    @Test
    void oneFlippedBitAnywhereKeepsItShut() {
        byte[] seal = Base64.getDecoder().decode(pepper.sealed(KEY, random));
        for (int bit = 0; bit < seal.length * 8; bit++) {
            byte[] flipped = seal.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(PinPepper.open(Base64.getEncoder().encodeToString(flipped), KEY))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoSealStaysShut() {
        for (String text : new String[] {"", "AAAA", "no seal", "A".repeat(1_000_000)}) {
            assertThat(PinPepper.open(text, KEY)).isEmpty();
        }
    }

    @Test
    void itsNameAndItsTextSayNothingOfIt() {
        String secret = Base64.getEncoder().encodeToString(pepper.secret());
        assertThat(pepper.id()).hasSize(8);
        assertThat(secret).doesNotContain(pepper.id());
        assertThat(pepper.toString()).isEqualTo("PinPepper[" + pepper.id() + "]");
        assertThat(PinPepper.random(random).id()).isNotEqualTo(pepper.id());
    }
}
