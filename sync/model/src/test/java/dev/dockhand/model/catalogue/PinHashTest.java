package dev.dockhand.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @Test
    void onlyTheRightPinMatches() {
        String hash = PinHash.of("246810", random);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("246810");
        assertThat(PinHash.matches(hash, "246810")).isTrue();
        assertThat(PinHash.matches(hash, "246811")).isFalse();
        assertThat(PinHash.matches(hash, "")).isFalse();
    }

    /** Made with the reference implementation's parameters: password "password", salt "somesalt", m=65536, t=2, p=1. */
    @Test
    void agreesWithTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PinHash.matches(reference, "password")).isTrue();
    }

    @Test
    void equalPinsGetDifferentHashes() {
        assertThat(PinHash.of("1234", random)).isNotEqualTo(PinHash.of("1234", random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$", "$argon2id$v=19$m=99999999,t=2,p=1$AAAA$AAAA", "$argon2id$v=19$m=1$$", "plain"})
    void whatIsNoHashMatchesNothing(String phc) {
        assertThat(PinHash.matches(phc, "1234")).isFalse();
    }

    @Test
    void whatIsNoPinIsRefused() {
        assertThatThrownBy(() -> PinHash.of("12a4", random)).hasMessage("a PIN has 4 to 32 digits");
    }
}
