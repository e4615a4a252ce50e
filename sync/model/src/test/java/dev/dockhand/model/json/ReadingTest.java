package dev.dockhand.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Push;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final String RACK = """
        {"type":"location","location":{"code":"A-01","kind":"STORAGE","walk":3,"zone":"A"}}\
        """;

    private static Reading<Feed.Change> read(String json) {
        return Reading.tolerant(json, Feed.Change.class);
    }

    private static Reading<Act> exact(String json) {
        return Reading.exact(json.getBytes(StandardCharsets.UTF_8), Act.class);
    }

    @Test
    void aFieldThatCameLaterIsNamedAndLeftOut() {
        Reading<Feed.Change> found = read(RACK.replace("{\"code\"", "{\"colour\":{\"name\":[1]},\"code\""));
        assertThat(found.value()).isEqualTo(read(RACK).value()).isNotNull();
        assertThat(found.unknown()).containsExactly("Location.colour");
        assertThat(read(RACK).unknown()).isEmpty();
    }

    @Test
    void aValueThatCameLaterIsUnknownAndNotGuessed() {
        Reading<Feed.Change> found = read(RACK.replace("STORAGE", "COLD"));
        assertThat(found.value())
                .isEqualTo(new Feed.LocationChanged(
                        new Location(new LocationCode("A-01"), "A", Location.Kind.UNKNOWN, 3)));
        assertThat(found.unknown()).containsExactly("Location.Kind COLD");
    }

    @Test
    void aKindThatCameLaterIsNotRead() {
        assertThat(read(RACK.replace("\"location\",", "\"wave\",")))
                .isEqualTo(new Reading<>(null, List.of("Feed.Change wave")));
    }

    @Test
    void whatARecordNeedsIsThere() {
        assertThat(read(RACK.replace("\"zone\":\"A\"", "\"zone\":null")))
                .isEqualTo(new Reading<>(null, List.of("Location.zone missing")));
        assertThat(read("{\"type\":\"item\"}").unknown()).containsExactly("Feed.ItemChanged.item missing");
        assertThat(read("{\"type\":\"plate\",\"plate\":\"P-1\",\"condition\":\"GOOD\",\"location\":null}")
                        .value())
                .as("what may be absent may be null")
                .isNotNull();
        assertThat(read("null").value()).isNull();
    }

    /** An act counts, so nothing of it may be guessed. */
    @Test
    void whatCountsIsReadWholeOrNotAtAll() {
        assertThat(exact("{\"type\":\"signed-in\",\"role\":\"LEADER\"}"))
                .isEqualTo(new Reading<>(null, List.of("Operator.Role LEADER")));
        assertThat(exact("{\"type\":\"teleported\"}").unknown()).containsExactly("Act teleported");
        assertThat(exact("{\"type\":\"signed-in\",\"role\":\"PICKER\",\"shift\":2}"))
                .isEqualTo(new Reading<>(new Act.SignedIn(Operator.Role.PICKER), List.of("Act.SignedIn.shift")));
    }

    @Test
    void whateverTheJsonSaysTheWordsAreFewPlainAndShort() {
        StringBuilder many = new StringBuilder(RACK.replace("}}", ""));
        for (int i = 0; i < 1000; i++) {
            many.append(",\"\\u001b[31m\\n%s%d\":%d".formatted("열".repeat(50), i, i));
        }
        Reading<Feed.Change> found = read(many + "}}");
        assertThat(found.value()).isNotNull();
        assertThat(found.unknown())
                .hasSizeLessThanOrEqualTo(20)
                .allMatch(word -> word.matches("[A-Za-z0-9_.? -]{1,80}"));
        assertThat(read("<html>").unknown()).containsExactly("Feed.Change unreadable");
    }

    /** Only the kind of a place has no unknown value: it stands within a text, and goods at such a place are not known here. */
    @Test
    void everyValueThatTheServerTellsMayBeUnknown() {
        assertThat(Shape.types(
                        Feed.Change.class,
                        Feed.SnapshotHead.class,
                        Leases.Grant.class,
                        Push.Result.class,
                        Push.Kept.class,
                        Push.Refusal.class,
                        Digest.class,
                        Digest.Kind.class,
                        Enrolment.Response.class,
                        Enrolment.Pepper.class,
                        Problem.class))
                .filteredOn(Class::isEnum)
                .filteredOn(type -> Arrays.stream(type.getEnumConstants())
                        .noneMatch(value -> ((Enum<?>) value).name().equals("UNKNOWN")))
                .containsExactly(Place.Kind.class);
    }
}
