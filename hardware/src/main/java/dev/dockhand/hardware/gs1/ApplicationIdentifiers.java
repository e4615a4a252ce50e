package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All application identifiers, found by the first digits of the data. The two first digits tell how long an identifier
 * is, so a look-up is two array reads.
 */
public final class ApplicationIdentifiers {

    private final int[] lengthByPrefix = new int[100];
    private final @Nullable ApplicationIdentifier[] byNumber = new ApplicationIdentifier[3 * 10_000];
    private final List<ApplicationIdentifier> all;

    private ApplicationIdentifiers(Collection<ApplicationIdentifier> identifiers) {
        all = List.copyOf(identifiers);
        for (ApplicationIdentifier identifier : all) {
            String code = identifier.code();
            int prefix = Integer.parseInt(code.substring(0, 2));
            if (lengthByPrefix[prefix] != 0 && lengthByPrefix[prefix] != code.length()) {
                throw new IllegalStateException("identifiers that start with " + prefix + " differ in length");
            }
            lengthByPrefix[prefix] = code.length();
            byNumber[slot(code.length(), Integer.parseInt(code))] = identifier;
        }
    }

    /** Reads the table that comes with Dockhand. */
    public static ApplicationIdentifiers load() {
        ValueChecks checks = new ValueChecks(codeLists());
        List<ApplicationIdentifier> identifiers = new ArrayList<>();
        lines("application-identifiers.txt").forEach(line -> identifiers.addAll(TableLine.read(line, checks)));
        return new ApplicationIdentifiers(identifiers);
    }

    /** Every identifier, in ascending order of the table. */
    public List<ApplicationIdentifier> all() {
        return all;
    }

    /**
     * The identifier with this code.
     *
     * @param code 2 to 4 digits without brackets
     */
    public Optional<ApplicationIdentifier> named(CharSequence code) {
        ApplicationIdentifier found = startingAt(code, 0);
        return found != null && found.code().length() == code.length() ? Optional.of(found) : Optional.empty();
    }

    /** The identifier that the data starts with at this place, or null. */
    @Nullable
    ApplicationIdentifier startingAt(CharSequence data, int at) {
        if (at + 1 >= data.length() || !CheckDigit.allDigits(data, at, at + 2)) {
            return null;
        }
        int number = Gs1Dates.two(data, at);
        int length = lengthByPrefix[number];
        if (length == 0 || at + length > data.length()) {
            return null;
        }
        for (int i = at + 2; i < at + length; i++) {
            if (!CheckDigit.isDigit(data.charAt(i))) {
                return null;
            }
            number = number * 10 + data.charAt(i) - '0';
        }
        return byNumber[slot(length, number)];
    }

    private static int slot(int length, int number) {
        return (length - 2) * 10_000 + number;
    }

    private static Map<String, Set<String>> codeLists() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String line : lines("code-lists.txt")) {
            String[] words = line.split(" ");
            lists.computeIfAbsent(words[0], name -> new HashSet<>())
                    .addAll(Arrays.asList(words).subList(1, words.length));
        }
        return lists;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = ApplicationIdentifiers.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the table " + resource + " is missing in this installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
