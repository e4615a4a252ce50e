package dev.dockhand.hardware.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The scales that Dockhand knows, and those that a shop added as files of its own. */
public final class ScaleProfiles {

    /** The protocol that data alone describes. */
    static final String LINES = "lines";

    private static final Map<String, Function<ScaleProfile, ScaleProtocol>> PROTOCOLS =
            Map.of(LINES, LineProtocol::new, "mt-sics", MtSics::new);

    private final SortedMap<String, ScaleProfile> byId = new TreeMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private ScaleProfiles() {}

    /** The profiles that come with Dockhand. */
    public static ScaleProfiles load() {
        ScaleProfiles profiles = new ScaleProfiles();
        resource("profiles.txt").lines().forEach(name -> profiles.add(resource(name + ".json")));
        return profiles;
    }

    /**
     * The profiles that come with Dockhand, and every {@code .json} file of a folder; a file with the id of one of ours
     * takes its place. A file may say that it is {@code like} one of ours, or like one that comes before it by name.
     *
     * @param folder the shop's own profiles
     * @throws IOException when the folder cannot be read
     * @throws IllegalArgumentException when a file is not a profile, with its name and the reason
     */
    public static ScaleProfiles load(Path folder) throws IOException {
        ScaleProfiles profiles = load();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try {
                    profiles.add(Files.readString(file));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
                }
            }
        }
        return profiles;
    }

    /**
     * Reads a profile and proves that its protocol can work with it.
     *
     * @param json the text of a profile file, which may be {@code like} one of these
     * @throws IllegalArgumentException with the place and the reason
     */
    public ScaleProfile read(String json) {
        ScaleProfile profile = ScaleProfileReader.read(json, id -> Optional.ofNullable(texts.get(id)));
        protocol(profile);
        return profile;
    }

    /** How scales of this profile speak. */
    public static ScaleProtocol protocol(ScaleProfile profile) {
        Function<ScaleProfile, ScaleProtocol> kind = PROTOCOLS.get(profile.protocol());
        if (kind == null) {
            throw new IllegalArgumentException(
                    "profile.protocol '" + profile.protocol() + "' is none of " + PROTOCOLS.keySet());
        }
        return kind.apply(profile);
    }

    /** The profile with this id, such as {@code toledo-8217} or {@code mt-sics}. */
    public Optional<ScaleProfile> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, by id. */
    public List<ScaleProfile> all() {
        return List.copyOf(byId.values());
    }

    private void add(String json) {
        ScaleProfile profile = read(json);
        byId.put(profile.id(), profile);
        texts.put(profile.id(), json);
    }

    private static String resource(String name) {
        try (InputStream in = ScaleProfiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the scale profile " + name + " is missing in this installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
