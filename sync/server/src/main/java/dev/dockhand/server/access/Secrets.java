package dev.dockhand.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes secrets and checks them. Only hashes are stored; the secrets are long enough that plain SHA-256 is safe. */
public final class Secrets {

    /** Letters and digits that nobody takes for one another; 32, so that every random byte gives one without bias. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int CODE_CHARACTERS = 10;
    private static final int KEY_BYTES = 32;

    private final RandomGenerator random;

    /**
     * Takes chance from outside.
     *
     * @param random a cryptographic source
     */
    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** A new key: 256 bits as text of letters, digits, minus and underscore. */
    public String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new one-time code of ten characters (50 bits), to be typed by a person. */
    public String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.insert(CODE_CHARACTERS / 2, '-').toString();
    }

    /** A typed code as it was made: upper case, without blanks and hyphens. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** SHA-256 as hex. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether a secret has this hash; takes as long for a wrong one as for the right one. */
    static boolean matches(String hash, String secret) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), hash(secret).getBytes(StandardCharsets.US_ASCII));
    }
}
