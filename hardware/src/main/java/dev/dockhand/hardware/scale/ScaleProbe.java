package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.port.WireOpener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what a scale says to the settings and requests of many profiles, for {@link ScaleWizard}. It listens before it
 * asks, asks the shortest first, sends nothing but requests for the weight, and stops with the first that a profile can
 * read: a request of another maker may mean something else to this scale. It needs the port for itself.
 */
public final class ScaleProbe {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int ASKINGS = 4;
    private static final Duration WRITING = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 8_192;

    private final WireOpener opener;
    private final Duration each;

    /**
     * A probe.
     *
     * @param opener opens ports
     * @param each how long each of the settings is tried, usually a second and a half; all of them together take at most
     *     as many times this as there are profiles
     */
    public ScaleProbe(WireOpener opener, Duration each) {
        this.opener = opener;
        this.each = each;
    }

    /**
     * Records the scale.
     *
     * @param uri where it is; settings that are typed there are kept, others are each profile's
     * @param candidates the profiles to try
     * @param progress is told which profiles are being tried
     * @return one recording a candidate; one that was not tried says why
     * @throws InterruptedException when somebody gave up; the port is closed then
     * @throws IllegalArgumentException when the address is none
     */
    public List<ScaleWizard.Recording> listen(
            String uri, List<ScaleProfile> candidates, Consumer<List<ScaleProfile>> progress)
            throws InterruptedException {
        List<ScaleWizard.Recording> recordings = new ArrayList<>();
        Optional<Answered> over = Optional.empty();
        for (Map.Entry<Way, List<ScaleProfile>> group : ways(uri, candidates).entrySet()) {
            if (over.isPresent()) {
                recordings.addAll(over.get().of(group.getKey(), group.getValue()));
                continue;
            }
            progress.accept(group.getValue());
            Heard heard = record(group.getKey(), group.getValue());
            recordings.addAll(heard.recordings());
            if (heard.recordings().stream().anyMatch(ScaleWizard::isAnswer)) {
                over = Optional.of(new Answered(group.getValue().getFirst(), heard));
            }
        }
        return recordings;
    }

    /** What came to one way of asking; the way is the request that was answered, and not always the first of the profile. */
    private record Heard(Way way, RawFrame raw, List<ScaleWizard.Recording> recordings) {}

    /** The scale answered; who asks in the same way hears the same, and nobody else is tried. */
    private record Answered(ScaleProfile first, Heard heard) {

        List<ScaleWizard.Recording> of(Way way, List<ScaleProfile> profiles) {
            return way.equals(heard.way())
                    ? recordings(profiles, heard.raw(), Optional.empty())
                    : recordings(
                            profiles, RawFrame.NOTHING, Optional.of("not tried: the scale had answered " + first.id()));
        }
    }

    /** Profiles with equal settings and the same first request hear the same, so they are tried together. */
    private static Map<Way, List<ScaleProfile>> ways(String uri, List<ScaleProfile> candidates) {
        Map<Way, List<ScaleProfile>> ways = new LinkedHashMap<>();
        candidates.stream()
                .sorted(Comparator.comparingInt(profile -> profile.poll().requests().stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)))
                .forEach(profile -> ways.computeIfAbsent(
                                new Way(
                                        profile.address(uri),
                                        profile.poll().requests().stream().findFirst()),
                                way -> new ArrayList<>())
                        .add(profile));
        return ways;
    }

    private record Way(PortAddress address, Optional<String> request) {}

    private Heard record(Way way, List<ScaleProfile> profiles) throws InterruptedException {
        try (Wire wire = opener.open(way.address())) {
            ScaleProtocol protocol = ScaleProfiles.protocol(profiles.getFirst());
            List<String> requests = profiles.stream()
                    .flatMap(profile -> profile.poll().requests().stream())
                    .distinct()
                    .toList();
            Ear ear = new Ear(wire, requests, protocol);
            RawFrame raw = ear.hear(each);
            Way answered = new Way(way.address(), ear.answered());
            return new Heard(answered, raw, recordings(profiles, raw, Optional.empty()));
        } catch (PortException e) {
            Optional<String> problem = Optional.of(String.valueOf(e.getMessage()));
            return new Heard(way, RawFrame.NOTHING, recordings(profiles, RawFrame.NOTHING, problem));
        }
    }

    private static List<ScaleWizard.Recording> recordings(
            List<ScaleProfile> profiles, RawFrame raw, Optional<String> problem) {
        return profiles.stream()
                .map(profile -> new ScaleWizard.Recording(profile, raw, problem))
                .toList();
    }

    /** Asks one open port now and then, answers the steps of a handshake, and keeps what comes. */
    private static final class Ear {
        private final Wire wire;
        private final List<String> requests;
        private final ScaleProtocol protocol;
        private final Framer framer;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int asked = -1;

        Ear(Wire wire, List<String> requests, ScaleProtocol protocol) {
            this.wire = wire;
            this.requests = requests;
            this.protocol = protocol;
            this.framer = protocol.framer();
        }

        RawFrame hear(Duration time) throws PortException, InterruptedException {
            long now = System.nanoTime();
            long until = now + time.toNanos();
            long askAt = now;
            while (now - until < 0 && kept.size() < MOST_BYTES) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (now - askAt >= 0 && !requests.isEmpty()) {
                    // Another request is tried only while this one gets no answer.
                    asked += kept.size() == 0 ? 1 : 0;
                    say(requests.get(asked % requests.size()));
                    askAt = now + time.dividedBy(ASKINGS).toNanos();
                }
                byte[] bytes = wire.read(LOOK);
                kept.writeBytes(bytes);
                for (RawFrame frame : framer.accept(bytes)) {
                    if (protocol.read(frame, new ScaleRequest.Weigh()) instanceof ScaleMessage.Prompt prompt
                            && kept.size() < MOST_BYTES / 16) {
                        say(prompt.send());
                    }
                }
                now = System.nanoTime();
            }
            return RawFrame.of(kept.toByteArray());
        }

        /** The request that got the answer, if any did. */
        Optional<String> answered() {
            return requests.isEmpty()
                    ? Optional.empty()
                    : Optional.of(requests.get(Math.max(0, asked) % requests.size()));
        }

        private void say(String latin1) throws PortException {
            wire.write(latin1.getBytes(StandardCharsets.ISO_8859_1), WRITING);
        }
    }
}
