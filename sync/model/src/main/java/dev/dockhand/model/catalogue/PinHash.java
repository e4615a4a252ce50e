package dev.dockhand.model.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of PINs: Argon2id with 19 MiB, two passes and one lane (OWASP's least), written in PHC text form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. The server makes them, a station checks them offline.
 */
public final class PinHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_PASSES = 10;
    private static final int LONGEST_PIN = 32;

    private PinHash() {}

    /**
     * Makes a hash.
     *
     * @param pin 4 to 32 digits
     * @param random source of the salt; must be a secure one
     * @throws IllegalArgumentException when it is no PIN
     */
    public static String of(String pin, RandomGenerator random) {
        if (!pin.matches("[0-9]{4,32}")) {
            throw new IllegalArgumentException("a PIN has 4 to 32 digits");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        byte[] hash = argon2(pin, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /**
     * Whether the PIN is the one that was hashed. Slow on purpose; takes as long for a wrong PIN as for the right one.
     *
     * @param phc what {@link #of} made; anything else matches no PIN
     * @param pin what was entered
     */
    public static boolean matches(String phc, String pin) {
        String[] parts = phc.split("\\$", -1);
        if (parts.length != 6
                || !parts[1].equals("argon2id")
                || !parts[2].equals("v=19")
                || pin.length() > LONGEST_PIN) {
            return false;
        }
        try {
            String[] costs = parts[3].split(",", -1);
            int memory = cost(costs[0], "m=", MOST_MEMORY_KIB);
            int passes = cost(costs[1], "t=", MOST_PASSES);
            int lanes = cost(costs[2], "p=", MOST_PASSES);
            byte[] salt = Base64.getDecoder().decode(parts[4]);
            byte[] wanted = Base64.getDecoder().decode(parts[5]);
            return wanted.length >= SALT_BYTES
                    && MessageDigest.isEqual(wanted, argon2(pin, salt, memory, passes, lanes, wanted.length));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static int cost(String text, String name, int most) {
        int value = text.startsWith(name) ? Integer.parseInt(text.substring(name.length())) : 0;
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("cost out of range");
        }
        return value;
    }

    private static byte[] argon2(String pin, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
