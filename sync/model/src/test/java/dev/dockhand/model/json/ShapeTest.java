package dev.dockhand.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShapeTest {

    enum Colour {
        RED
    }

    record Cart(int number, List<Colour> colours) {}

    @JsonSubTypes(@JsonSubTypes.Type(value = Walk.class, name = "walk"))
    sealed interface Job {}

    record Walk(Cart cart) implements Job {}

    private static final class Families {
        @JsonSubTypes(@JsonSubTypes.Type(value = Walk.class, name = "walk"))
        sealed interface Job {}

        sealed interface Moving extends Job {}

        record Walk(Cart cart) implements Moving {}
    }

    private static final class Renamed {
        enum Paint {
            RED
        }

        record Wagon(int number, List<Paint> colours) {}

        @JsonSubTypes(@JsonSubTypes.Type(value = Stroll.class, name = "walk"))
        sealed interface Task {}

        record Stroll(Wagon cart) implements Task {}
    }

    private static final class Value {
        enum Colour {
            RED,
            BLUE
        }

        record Cart(int number, List<Colour> colours) {}
    }

    private static final class Field {
        record Cart(int number, List<Colour> colours, String name) {}
    }

    private static final class FieldType {
        record Cart(long number, List<Colour> colours) {}
    }

    private static final class Kind {
        @JsonSubTypes({
            @JsonSubTypes.Type(value = Walk.class, name = "walk"),
            @JsonSubTypes.Type(value = Run.class, name = "run")
        })
        sealed interface Job {}

        record Walk(Cart cart) implements Job {}

        record Run() implements Job {}
    }

    private static final class Word {
        @JsonSubTypes(@JsonSubTypes.Type(value = Walk.class, name = "go"))
        sealed interface Job {}

        record Walk(Cart cart) implements Job {}
    }

    @Test
    void namesOfClassesAreNoPartOfIt() {
        assertThat(Shape.of(Job.class)).isEqualTo(Shape.of(Renamed.Task.class)).matches("[0-9a-f]{16}");
        assertThat(Shape.of(Cart.class)).isEqualTo(Shape.of(Renamed.Wagon.class));
        assertThat(Shape.of(Families.Job.class)).as("how kinds are grouped").isEqualTo(Shape.of(Job.class));
    }

    @Test
    void everyWordIsPartOfIt() {
        assertThat(Stream.of(
                                Cart.class,
                                Value.Cart.class,
                                Field.Cart.class,
                                FieldType.Cart.class,
                                Job.class,
                                Kind.Job.class,
                                Word.Job.class)
                        .map(Shape::of))
                .doesNotHaveDuplicates();
        assertThat(Shape.of(Cart.class, Job.class)).isNotEqualTo(Shape.of(Job.class));
    }

    @Test
    void allThatATypeIsMadeOfIsFound() {
        assertThat(Shape.types(Job.class)).containsExactlyInAnyOrder(Job.class, Walk.class, Cart.class, Colour.class);
    }
}
