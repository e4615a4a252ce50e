package dev.dockhand.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * What one case of a property is given, drawn from the case's seed. The first case draws the least of everything and the
 * second the most; in the others extremes come more often than by chance, since it is there that code breaks.
 */
public final class Drawn {

    /** A system property: the seed of the only case to be run. */
    static final String ALONE = "dockhand.seed";

    private static final long LEAST = 20_261_123;
    private static final long MOST = LEAST + 1;
    private static final String ODD =
            "\u0000\t\n\r\u001b\u001d\u007f\u0085\u00a0\u00ad\u0130\u0301\u115f\u200b\u200d\u200f"
                    + "\u2028\u202e\u3000\u3164\ufe0f\ufeff\ufffd\uffff";

    private final long seed;
    private final SplittableRandom random;

    private Drawn(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** A statement that holds in every case. */
    @FunctionalInterface
    public interface Property {
        /** Throws when it does not hold. */
        void holds(Drawn drawn) throws Exception;
    }

    /** Proves a property in so many cases, every run in the same ones; a failure names the seed of its case. */
    public static void each(int cases, Property property) {
        Long alone = Long.getLong(ALONE);
        if (alone != null) {
            prove(alone, property);
            return;
        }
        for (long seed = LEAST; seed < LEAST + cases; seed++) {
            prove(seed, property);
        }
    }

    private static void prove(long seed, Property property) {
        try {
            property.holds(new Drawn(seed));
        } catch (Throwable e) {
            throw new AssertionError("seed %d (alone with -D%s=%d): %s".formatted(seed, ALONE, seed, e), e);
        }
    }

    /** Chance without extremes. */
    public SplittableRandom random() {
        return random;
    }

    /** A number of these, both ends among them. */
    public int between(int least, int most) {
        int extreme = seed == LEAST ? 0 : seed == MOST ? 1 : random.nextInt(32);
        return switch (extreme) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> Math.min(least + 1, most);
            case 3 -> Math.max(least, most - 1);
            case 4 -> Math.clamp(0, least, most);
            default -> (int) random.nextLong(least, most + 1L);
        };
    }

    /** Yes or no. */
    public boolean yes() {
        return random.nextBoolean();
    }

    /** One of these, each as likely as another. */
    public <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** So many of what is drawn. */
    public <T> List<T> list(int least, int most, Supplier<T> element) {
        int size = between(least, most);
        List<T> list = new ArrayList<>(size);
        while (list.size() < size) {
            list.add(element.get());
        }
        return list;
    }

    /** Bytes: any, of few values, or controls. */
    public byte[] bytes(int most) {
        byte[] bytes = new byte[between(0, most)];
        int origin = random.nextInt(256);
        int bound = one(List.of(256, 256, 32, 3, 1));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((bound == 32 ? 0 : origin) + random.nextInt(bound));
        }
        return bytes;
    }

    /** The characters from one to another. */
    public static String from(char first, char last) {
        StringBuilder all = new StringBuilder();
        for (int c = first; c <= last; c++) {
            all.append((char) c);
        }
        return all.toString();
    }

    /** A text of these characters. */
    public String text(int least, int most, String characters) {
        StringBuilder text = new StringBuilder();
        for (int left = between(least, most); left > 0; left--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    /** A text of anything that a string can hold: every kind of characters, one kind of them, or one of them repeated. */
    public String text(int least, int most) {
        int length = between(least, most);
        StringBuilder text = new StringBuilder();
        int way = random.nextInt(12);
        int kind = random.nextInt(KINDS);
        String repeated = piece(kind);
        while (text.length() < length) {
            String piece = way == 0 ? repeated : piece(way < 4 ? kind : random.nextInt(KINDS));
            text.append(piece, 0, Math.min(piece.length(), length - text.length()));
        }
        return text.toString();
    }

    private static final int KINDS = 9;

    private String piece(int kind) {
        return switch (kind) {
            case 0 -> character('0', '9');
            case 1, 2 -> character(' ', '~');
            case 3 -> character(0x00, 0x1F);
            case 4 -> character(0x80, 0x24F);
            case 5 -> character(0xAC00, 0xD7A3);
            case 6 -> String.valueOf(ODD.charAt(random.nextInt(ODD.length())));
            case 7 -> String.valueOf((char) random.nextInt(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1));
            default -> random.nextBoolean() ? character(0x1_0000, 0x10_FFFF) : character(0, 0xFFFF);
        };
    }

    private String character(int first, int last) {
        return Character.toString(random.nextInt(first, last + 1));
    }
}
