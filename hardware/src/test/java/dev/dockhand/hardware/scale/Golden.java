package dev.dockhand.hardware.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Frames read in manuals, with what they mean; {@code <0D>} is the byte 0D. */
record Golden(String profile, RawFrame frame, ReadingState state, String grams, Set<StatusFlag> flags) {

    private static final Pattern BYTE = Pattern.compile("<([0-9A-F]{2})>");
    private static final List<Golden> ALL = load();

    static Stream<Golden> all() {
        return ALL.stream();
    }

    static List<byte[]> frames(String profile) {
        return all().filter(golden -> golden.profile().equals(profile))
                .map(golden -> golden.frame().bytes())
                .toList();
    }

    static RawFrame frame(String text) {
        return new RawFrame(BYTE.matcher(text)
                .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(hex.group(1), 16)))));
    }

    private static List<Golden> load() {
        try (InputStream in = Golden.class.getResourceAsStream("/scale/golden.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Golden(
                            cells[0], frame(cells[1]), ReadingState.valueOf(cells[2]), cells[3], flags(cells[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<StatusFlag> flags(String text) {
        return Stream.of(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(StatusFlag::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return profile + " " + frame;
    }
}
