package dev.dockhand.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.json.Reading;
import dev.dockhand.model.json.Shape;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.ShipmentTask;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that station and server say to each other, in the words of this version and of a later one. */
public class LaterTest {

    /** What the server answers; pages and lists of leases read each line by itself. */
    private static final List<Class<?>> ANSWERS = List.of(
            Feed.SnapshotHead.class,
            Feed.Change.class,
            ShipmentTask.class,
            Push.Result.class,
            Push.Refusal.class,
            Push.Kept.class,
            Digest.class,
            Enrolment.Response.class,
            Enrolment.Pepper.class,
            Problem.class);

    /** Every record that the server answers in, but for those that JSON says in one value or as they came. */
    public static Stream<Class<?>> all() {
        return Shape.types(ANSWERS.toArray(Class<?>[]::new)).stream()
                .filter(type -> type.isRecord() && !Samples.isOneValue(type))
                .filter(type -> type != Feed.Unknown.class);
    }

    /** The records that are of no family, and one family. */
    static Stream<Class<?>> records() {
        return Stream.concat(
                Stream.of(Feed.Change.class),
                all().filter(type -> Arrays.stream(type.getInterfaces()).noneMatch(Class::isSealed)));
    }

    private static String word(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordWithMoreFieldsSaysWhatItSays(Class<?> type) {
        for (JsonNode json : Samples.of(type)) {
            Later later = new Later(new Random(0), 0);
            Reading<?> known = Reading.tolerant(json.toString(), type);
            Reading<?> read = Reading.tolerant(later.told(json, type).toString(), type);
            assertThat(known.value()).as("%s", json).isNotNull();
            assertThat(known.unknown()).isEmpty();
            assertThat(read.value()).isEqualTo(known.value());
            assertThat(later.enlarged).isNotEmpty();
            assertThat(read.unknown())
                    .containsExactlyInAnyOrderElementsOf(later.enlarged.stream()
                            .map(each -> word(each) + ".later7")
                            .toList());
        }
    }

    /** Whatever word is another: it is read in part, or not at all and named, and in known words it is what it was. */
    @ParameterizedTest
    @MethodSource("records")
    void aRecordInOtherWordsIsReadAsFarAsItCanBe(Class<?> type) {
        for (JsonNode json : Samples.of(type)) {
            for (int seed = 0; seed < 50; seed++) {
                Later later = new Later(new Random(seed), 3);
                JsonNode told = later.told(json, type);
                Reading<?> read = Reading.tolerant(told.toString(), type);
                assertThat(read.unknown()).as("seed %d: %s", seed, told).isNotEmpty();
                assertThat(Later.known(told)).as("seed %d", seed).isEqualTo(json);
            }
        }
    }

    /** What counts is not guessed: an event with another value or kind anywhere is not read at all. */
    @Test
    void anEventIsReadWholeOrNotAtAll() {
        Set<Class<?>> enlarged = new HashSet<>();
        Set<Class<?>> disguised = new HashSet<>();
        for (JsonNode json : Samples.of(FloorEvent.class)) {
            FloorEvent event = read(json).value();
            assertThat(event).as("%s", json).isNotNull();
            Later fields = new Later(new Random(0), 0);
            Reading<FloorEvent> more = read(fields.told(json, FloorEvent.class));
            assertThat(more.value()).isEqualTo(event);
            assertThat(more.unknown()).hasSameSizeAs(fields.enlarged);
            enlarged.addAll(fields.enlarged);
            for (int seed = 0; seed < 50; seed++) {
                Later words = new Later(new Random(seed), 4);
                JsonNode told = words.told(json, FloorEvent.class);
                boolean counts = words.disguised.stream().noneMatch(type -> type.isEnum() || type.isSealed());
                assertThat(read(told).value() != null)
                        .as("seed %d: %s", seed, told)
                        .isEqualTo(counts);
                disguised.addAll(words.disguised);
            }
        }
        assertThat(enlarged)
                .containsAll(Shape.types(FloorEvent.class).stream()
                        .filter(type -> type.isRecord() && !Samples.isOneValue(type))
                        .toList());
        assertThat(disguised)
                .containsAll(Shape.types(FloorEvent.class).stream()
                        .filter(type -> type.isAnnotationPresent(JsonSubTypes.class)
                                || type.isEnum() && type != Place.Kind.class)
                        .toList());
    }

    private static Reading<FloorEvent> read(JsonNode json) {
        return EventCodec.read(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
