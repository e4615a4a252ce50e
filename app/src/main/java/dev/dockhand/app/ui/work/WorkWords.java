package dev.dockhand.app.ui.work;

import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Paged;
import dev.dockhand.app.ui.texts.Grouped;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.WorkShown.Card;
import dev.dockhand.app.ui.work.WorkShown.Count;
import dev.dockhand.app.ui.work.WorkShown.Line;
import dev.dockhand.app.ui.work.WorkShown.Side;
import dev.dockhand.app.ui.work.WorkShown.Weight;
import dev.dockhand.model.catalogue.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job's screen in words. */
public final class WorkWords {

    private static final int HUES = 8;
    private static final String NO_FIGURE = "–";

    private final Texts texts;

    /** Words of a language. */
    public WorkWords(Texts texts) {
        this.texts = texts;
    }

    /** The details; absent when there are none. */
    @Nullable
    public String hint(Screen screen) {
        Text hint = screen.hint();
        return hint == null ? null : texts.of(hint);
    }

    /** The item; absent when there is none. */
    @Nullable
    public Card card(Screen screen) {
        Screen.ItemCard card = screen.item();
        if (card == null) {
            return null;
        }
        Item item = card.item();
        String name = Texts.shown(item.name(texts.language()));
        String other = Texts.shown(item.name(other(texts.language())));
        List<String> facts =
                new ArrayList<>(card.facts().stream().map(texts::of).toList());
        String note = Texts.shown(item.note());
        if (!note.isBlank() && !facts.contains(note)) {
            facts.add(note);
        }
        String place = card.place();
        return new Card(
                name,
                other.equals(name) ? null : other,
                Texts.shown(item.sku().value()),
                List.copyOf(facts),
                place == null ? null : Texts.shown(place),
                initial(name),
                Math.floorMod(item.id().value().hashCode(), HUES),
                item.picture());
    }

    private static Locale other(Locale language) {
        return language.getLanguage().equals("ko") ? Locale.ENGLISH : Locale.KOREAN;
    }

    private static String initial(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("?")
                .toUpperCase(Locale.ROOT);
    }

    /** How many of how many; absent when nothing is counted. */
    public static @Nullable Count count(Screen screen) {
        Screen.Counter counter = screen.counter();
        return counter == null ? null : count(counter);
    }

    private static Count count(Screen.Counter counter) {
        return new Count(counter.done().units(), counter.of().units());
    }

    /** The lines at the side. */
    public Side side(Screen screen) {
        List<Line> lines = screen.rows().stream().map(this::line).toList();
        List<String> summary = screen.summary().stream().map(texts::of).toList();
        if (screen.rows().stream().allMatch(row -> row.count() == null)) {
            // Nothing is counted on them: they are places to go to, not work to do.
            String places = "side." + screen.step();
            return new Side(!lines.isEmpty() && texts.has(places) ? texts.of(places) : "", null, lines, summary);
        }
        long small = rows(screen, Screen.Row.State.SHORT);
        long over = rows(screen, Screen.Row.State.OVER);
        long settled = rows(screen, Screen.Row.State.DONE) + small + over;
        String heading = texts.of("side.heading", settled, lines.size())
                + (small == 0 ? "" : " · " + texts.of("side.short", small))
                + (over == 0 ? "" : " · " + texts.of("side.over", over));
        return new Side(heading, (double) settled / lines.size(), lines, summary);
    }

    private static long rows(Screen screen, Screen.Row.State state) {
        return screen.rows().stream().filter(row -> row.state() == state).count();
    }

    private Line line(Screen.Row row) {
        Screen.Counter counter = row.count();
        return new Line(
                row.state(),
                texts.of(row.label()),
                counter == null ? "" : count(counter).words());
    }

    /** One page of the options. */
    public Choices choices(Screen screen, int page) {
        return Paged.of(screen.options(), page, option -> {
            Text detail = option.detail();
            return new Paged.Words(texts.of(option.label()), detail == null ? "" : texts.of(detail));
        });
    }

    /** The live weight; absent where none is shown. */
    @Nullable
    public Weight weight(Screen screen, @Nullable LiveWeight live) {
        if (!screen.scale()) {
            return null;
        }
        if (live == null) {
            return new Weight(NO_FIGURE, "g", Level.BAD, texts.of("scale.none"));
        }
        Level level = switch (live.state()) {
            case "STABLE" -> Level.FINE;
            case "OVER", "UNDER", "ERROR" -> Level.BAD;
            default -> Level.LOOK;
        };
        String key = "scale." + live.state();
        return new Weight(
                live.value() == null ? NO_FIGURE : Grouped.of(live.value()),
                live.unit(),
                level,
                texts.has(key) ? texts.of(key) : Texts.shown(live.state()));
    }
}
