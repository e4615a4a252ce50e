package dev.dockhand.app.ui.enrolment;

import dev.dockhand.app.flow.Text;
import dev.dockhand.app.machine.EnrolmentForm;
import dev.dockhand.app.machine.NotEnrolledException;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Typing;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.texts.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A machine becomes a station: server, one-time code and name, each typed, touched or scanned. What a keyboard scanner types
 * ends with Enter, which goes on to what is still missing. All calls on one thread, that of JavaFX in the product.
 */
public final class EnrolmentViewModel implements Typing {

    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_NAME = 40;

    /** What is asked for, in order. */
    public enum Field {
        SERVER(LONGEST_ADDRESS),
        CODE(LONGEST_CODE),
        STATION(LONGEST_NAME);

        private final int longest;

        Field(int longest) {
            this.longest = longest;
        }

        /** Key of its words. */
        String words() {
            return "enrol." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A field as it is shown.
     *
     * @param field which
     * @param name its words
     * @param value what was entered so far
     */
    public record Filled(Field field, String name, String value) {}

    /**
     * What the page shows.
     *
     * @param texts the words of the language
     * @param fields what is asked for, in order
     * @param current which of them is typed into
     * @param level how the words are meant
     * @param words what to do, what happens, or what is wrong
     * @param busy whether the server is asked now, and nothing can be typed
     */
    public record View(Texts texts, List<Filled> fields, Field current, Level level, String words, boolean busy) {}

    private final Enroller enroller;
    private final Executor background;
    private final Executor screen;
    private final Runnable done;
    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final ReadOnlyObjectWrapper<View> view;
    private Texts texts;
    private Field current;
    private @Nullable NotEnrolledException failure;
    private boolean busy;
    private boolean alone;

    /**
     * A page.
     *
     * @param preset what the machine was given; asked for is what is missing
     * @param before why that did not do already, absent when it was not tried
     * @param enroller who enrols
     * @param background runs what takes long
     * @param screen runs what may touch this again
     * @param done told once the machine is a station
     */
    public EnrolmentViewModel(
            EnrolmentForm preset,
            @Nullable NotEnrolledException before,
            Enroller enroller,
            Executor background,
            Executor screen,
            Runnable done) {
        this.enroller = enroller;
        this.background = background;
        this.screen = screen;
        this.done = done;
        values.put(Field.SERVER, preset.server());
        values.put(Field.CODE, preset.code());
        values.put(Field.STATION, preset.station());
        failure = before;
        alone = before != null;
        texts = Texts.in(WindowSettings.USUAL.language());
        current = missing().findFirst().orElse(Field.CODE);
        view = new ReadOnlyObjectWrapper<>(shown());
    }

    /** What the page shows, to be watched. */
    public ReadOnlyObjectProperty<View> view() {
        return view.getReadOnlyProperty();
    }

    @Override
    public void typed(char character) {
        String value = value(current);
        if (!busy && !Character.isISOControl(character) && value.length() < current.longest) {
            char c = current == Field.CODE
                    ? Character.toString(character).toUpperCase(Locale.ROOT).charAt(0)
                    : character;
            change(value + c);
        }
    }

    @Override
    public void erase() {
        String value = value(current);
        if (!busy && !value.isEmpty()) {
            change(value.substring(0, value.length() - 1));
        }
    }

    @Override
    public void clear() {
        if (!busy) {
            change("");
        }
    }

    /** What was typed is complete: goes on to what is missing, or enrols. */
    @Override
    public void enter() {
        if (busy) {
            return;
        }
        missing().findFirst().ifPresentOrElse(this::choose, this::go);
    }

    /** Types into a field from now on. */
    public void choose(Field field) {
        if (!busy) {
            alone = false;
            current = field;
            failure = null;
            refresh();
        }
    }

    /** In the other language. */
    public void nextLanguage() {
        List<Locale> all = Texts.LANGUAGES;
        texts = Texts.in(all.get((all.indexOf(texts.language()) + 1) % all.size()));
        refresh();
    }

    /** Time has passed: what was preset and got no answer is tried again until somebody changes it. */
    public void tick() {
        if (alone && !busy && failure != null && failure.isPassing()) {
            go();
        }
    }

    private void go() {
        busy = true;
        refresh();
        EnrolmentForm form = new EnrolmentForm(value(Field.SERVER), value(Field.CODE), value(Field.STATION));
        background.execute(() -> {
            NotEnrolledException wrong = tried(form);
            screen.execute(() -> over(wrong));
        });
    }

    private @Nullable NotEnrolledException tried(EnrolmentForm form) {
        try {
            enroller.enrol(form);
            return null;
        } catch (NotEnrolledException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotEnrolledException(Text.of("enrol.unreachable", form.server()), true, e);
        }
    }

    private void over(@Nullable NotEnrolledException wrong) {
        busy = false;
        failure = wrong;
        if (wrong == null) {
            done.run();
            return;
        }
        current = switch (wrong.words().key()) {
            case "enrol.code-refused", "enrol.name-taken", "enrol.too-many-tries" -> Field.CODE;
            case "enrol.name", "enrol.code-for-other-name", "enrol.server-refused" -> Field.STATION;
            default -> Field.SERVER;
        };
        refresh();
    }

    private void change(String value) {
        alone = false;
        failure = null;
        values.put(current, value);
        refresh();
    }

    private Stream<Field> missing() {
        return Stream.of(Field.values()).filter(field -> value(field).isBlank());
    }

    private String value(Field field) {
        return values.getOrDefault(field, "");
    }

    private void refresh() {
        view.set(shown());
    }

    private View shown() {
        List<Filled> fields = Stream.of(Field.values())
                .map(field -> new Filled(field, texts.of(field.words()), value(field)))
                .toList();
        NotEnrolledException wrong = failure;
        if (busy) {
            return new View(texts, fields, current, Level.LOOK, texts.of("enrol.busy"), true);
        }
        if (wrong != null) {
            boolean again = alone && wrong.isPassing();
            String words = texts.of(wrong.words()) + (again ? " " + texts.of("enrol.again") : "");
            return new View(texts, fields, current, Level.BAD, words, false);
        }
        return new View(texts, fields, current, Level.FINE, texts.of(hint(current)), false);
    }

    private static String hint(Field field) {
        return "enrol.hint." + field.name().toLowerCase(Locale.ROOT);
    }
}
