package dev.dockhand.model.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The pepper of a warehouse's PINs: 256 random bits that every hash of a PIN is made with. A PIN has few digits and is found by
 * trying all of them, but not by whoever has the hash without the pepper. It leaves the server sealed for one station: AES-GCM
 * under a key that HKDF-SHA256 derives from the station's own.
 */
public final class PinPepper {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 6;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_SEAL = 200;
    private static final String SEAL = "dockhand pin pepper seal";
    private static final String ID = "dockhand pin pepper id";

    private final byte[] secret;

    private PinPepper(byte[] secret) {
        this.secret = secret.clone();
    }

    /**
     * A pepper that was made before.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PinPepper of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a pepper has %d bytes".formatted(BYTES));
        }
        return new PinPepper(secret);
    }

    /**
     * Makes one.
     *
     * @param random a cryptographic source
     */
    public static PinPepper random(RandomGenerator random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new PinPepper(secret);
    }

    /** The bytes, for whoever keeps them. */
    public byte[] secret() {
        return secret.clone();
    }

    /** Tells it from others, and says nothing of it. */
    public String id() {
        byte[] id = Arrays.copyOf(derived(secret, ID).getEncoded(), ID_BYTES);
        return Base64.getEncoder().withoutPadding().encodeToString(id);
    }

    /**
     * The pepper as text that opens with the station's key only.
     *
     * @param stationKey the station's own key, 256 random bits as text
     * @param random a cryptographic source
     */
    public String sealed(String stationKey, RandomGenerator random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, stationKey, nonce).doFinal(secret);
            byte[] seal = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, seal, NONCE_BYTES, text.length);
            return Base64.getEncoder().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * Opens what {@link #sealed} made.
     *
     * @return empty when it was sealed for another key, was changed, or is something else
     */
    public static Optional<PinPepper> open(String sealed, String stationKey) {
        if (sealed.length() > LONGEST_SEAL) {
            return Optional.empty();
        }
        try {
            byte[] seal = Base64.getDecoder().decode(sealed.strip());
            if (seal.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(seal, NONCE_BYTES);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, stationKey, nonce)
                    .doFinal(seal, NONCE_BYTES, seal.length - NONCE_BYTES);
            return secret.length == BYTES ? Optional.of(new PinPepper(secret)) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, String stationKey, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKey key = derived(stationKey.getBytes(StandardCharsets.UTF_8), SEAL);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static SecretKey derived(byte[] from, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(new SecretKeySpec(from, "Generic"))
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF-SHA256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PinPepper pepper && MessageDigest.isEqual(secret, pepper.secret);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "PinPepper[" + id() + "]";
    }
}
