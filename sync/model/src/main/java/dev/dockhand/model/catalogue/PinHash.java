package dev.dockhand.model.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of PINs: Argon2id with 19 MiB, two passes and one lane (OWASP's least) and the warehouse's pepper, written in PHC text
 * form {@code $argon2id$v=19$m=19456,t=2,p=1,keyid=pepper$salt$hash}. The server makes them, a station checks them offline.
 */
public final class PinHash {

    /** Most digits of a PIN: as many as a keypad takes. */
    public static final int LONGEST = 8;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_PASSES = 10;

    private PinHash() {}

    /** What is found when a PIN is checked. */
    public enum Check {
        /** It is the person's. */
        RIGHT,
        /** It is not. */
        WRONG,
        /** Nobody can say: the pepper that the hash was made with is not here. */
        UNKNOWN
    }

    /** Whether a text is a PIN that somebody of this role may have. */
    public static boolean isPin(String text, Operator.Role role) {
        return text.length() >= role.leastDigits()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Makes a hash.
     *
     * @param pin the PIN
     * @param pepper the warehouse's
     * @param random source of the salt; must be a secure one
     * @throws IllegalArgumentException when it is no PIN of anybody
     */
    public static String of(String pin, PinPepper pepper, RandomGenerator random) {
        if (!isPin(pin, Operator.Role.PICKER)) {
            throw new IllegalArgumentException(
                    "a PIN has %d to %d digits".formatted(Operator.Role.PICKER.leastDigits(), LONGEST));
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        byte[] hash = argon2(pin, pepper, salt, new Costs(MEMORY_KIB, PASSES, LANES, pepper.id()), HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=%d,keyid=%s$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        pepper.id(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /**
     * Whether the PIN is the one that was hashed. Slow on purpose; takes as long for a wrong PIN as for the right one.
     *
     * @param phc what {@link #of} made; anything else is no PIN's
     * @param pin what was entered
     * @param pepper the warehouse's, absent when it is not known here
     */
    public static Check check(String phc, String pin, @Nullable PinPepper pepper) {
        String[] parts = phc.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19") || pin.length() > LONGEST) {
            return Check.WRONG;
        }
        try {
            Costs costs = Costs.read(parts[3]);
            if (pepper == null || !pepper.id().equals(costs.pepper())) {
                return Check.UNKNOWN;
            }
            byte[] salt = Base64.getDecoder().decode(parts[4]);
            byte[] wanted = Base64.getDecoder().decode(parts[5]);
            return wanted.length >= SALT_BYTES
                            && MessageDigest.isEqual(wanted, argon2(pin, pepper, salt, costs, wanted.length))
                    ? Check.RIGHT
                    : Check.WRONG;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Check.WRONG;
        }
    }

    /** What trying a PIN costs, and which pepper it takes. */
    private record Costs(int memory, int passes, int lanes, String pepper) {

        static Costs read(String text) {
            String[] parts = text.split(",", 4);
            return new Costs(
                    cost(parts[0], "m=", MOST_MEMORY_KIB),
                    cost(parts[1], "t=", MOST_PASSES),
                    cost(parts[2], "p=", MOST_PASSES),
                    value(parts[3], "keyid="));
        }

        private static int cost(String text, String name, int most) {
            int cost = Integer.parseInt(value(text, name));
            if (cost < 1 || cost > most) {
                throw new IllegalArgumentException("cost out of range");
            }
            return cost;
        }

        private static String value(String text, String name) {
            if (!text.startsWith(name)) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return text.substring(name.length());
        }
    }

    private static byte[] argon2(String pin, PinPepper pepper, byte[] salt, Costs costs, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(costs.memory())
                .withIterations(costs.passes())
                .withParallelism(costs.lanes())
                .withSalt(salt)
                .withSecret(pepper.secret())
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
