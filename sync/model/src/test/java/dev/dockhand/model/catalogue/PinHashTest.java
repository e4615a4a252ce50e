package dev.dockhand.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.catalogue.PinHash.Check;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final PinPepper pepper = PinPepper.random(random);

    @Test
    void onlyTheRightPinMatches() {
        String hash = PinHash.of("246810", pepper, random);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=").doesNotContain("246810");
        assertThat(PinHash.check(hash, "246810", pepper)).isEqualTo(Check.RIGHT);
        assertThat(PinHash.check(hash, "246811", pepper)).isEqualTo(Check.WRONG);
        assertThat(PinHash.check(hash, "", pepper)).isEqualTo(Check.WRONG);
    }

    /** Whoever has the hash alone can make everything of it but the pepper, and learns nothing about the PIN. */
    @Test
    void aHashWithoutItsPepperSaysOfNoPinWhetherItIsRight() {
        String hash = PinHash.of("1234", pepper, random);
        PinPepper other = PinPepper.random(random);
        assertThat(PinHash.check(hash, "1234", null)).isEqualTo(Check.UNKNOWN);
        assertThat(PinHash.check(hash, "1234", other)).isEqualTo(Check.UNKNOWN);
        String claimed = hash.replace("keyid=" + pepper.id(), "keyid=" + other.id());
        assertThat(PinHash.check(claimed, "1234", other)).isEqualTo(Check.WRONG);
    }

    /** Made by the reference implementation (argon2-cffi): "246810", salt 0123456789abcdef, secret bytes 0 to 31. */
    @Test
    void agreesWithTheReferenceImplementation() {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) i;
        }
        String reference = "$argon2id$v=19$m=19456,t=2,p=1,keyid=lU1jmZsC$MDEyMzQ1Njc4OWFiY2RlZg"
                + "$MK9wRcEB3Wkw7fIs8g3/kp9Gli356ydl704plNrDbNA";
        assertThat(PinHash.check(reference, "246810", PinPepper.of(secret))).isEqualTo(Check.RIGHT);
    }

    @Test
    void equalPinsGetDifferentHashes() {
        assertThat(PinHash.of("1234", pepper, random)).isNotEqualTo(PinHash.of("1234", pepper, random));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "$argon2id$v=19$m=99999999,t=2,p=1,keyid=x$AAAA$AAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA",
                "$argon2id$v=19$m=1$$",
                "plain"
            })
    void whatIsNoHashMatchesNothing(String phc) {
        assertThat(PinHash.check(phc, "1234", pepper)).isEqualTo(Check.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "1234, PICKER, true",
        "123, PICKER, false",
        "12345678, PICKER, true",
        "123456789, PICKER, false",
        "12345, SUPERVISOR, false",
        "123456, SUPERVISOR, true",
        "12a4, PICKER, false",
        "１２３４, PICKER, false"
    })
    void aSupervisorsPinHasMoreDigits(String pin, Operator.Role role, boolean may) {
        assertThat(PinHash.isPin(pin, role)).isEqualTo(may);
    }

    @Test
    void whatIsNoPinIsRefused() {
        assertThatThrownBy(() -> PinHash.of("12a4", pepper, random)).hasMessage("a PIN has 4 to 8 digits");
    }
}
