package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.LiveWeight;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Card;
import dev.dockhand.app.ui.work.Shown.Choices;
import dev.dockhand.app.ui.work.Shown.Count;
import dev.dockhand.app.ui.work.Shown.Level;
import dev.dockhand.app.ui.work.Shown.Line;
import dev.dockhand.app.ui.work.Shown.Side;
import dev.dockhand.app.ui.work.Shown.Weight;
import dev.dockhand.model.catalogue.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job's screen in words. */
final class WorkWords {

    private static final int HUES = 8;
    private static final String NO_FIGURE = "–";

    private final Texts texts;

    WorkWords(Texts texts) {
        this.texts = texts;
    }

    @Nullable
    String hint(Screen screen) {
        Text hint = screen.hint();
        return hint == null ? null : texts.of(hint);
    }

    @Nullable
    Card card(Screen screen) {
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
                Math.floorMod(item.sku().value().hashCode(), HUES));
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

    static @Nullable Count count(Screen screen) {
        Screen.Counter counter = screen.counter();
        return counter == null
                ? null
                : new Count(counter.done().units(), counter.of().units());
    }

    Side side(Screen screen) {
        List<Line> lines = screen.rows().stream().map(this::line).toList();
        long done = screen.rows().stream()
                .filter(row -> row.state() == Screen.Row.State.DONE)
                .count();
        return new Side(
                lines.isEmpty() ? "" : texts.of("side.heading", done, lines.size()),
                lines.isEmpty() ? 0 : (double) done / lines.size(),
                lines,
                screen.summary().stream().map(texts::of).toList());
    }

    private Line line(Screen.Row row) {
        Screen.Counter counter = row.count();
        return new Line(
                row.state(), texts.of(row.label()), counter == null ? "" : counter.done() + " / " + counter.of());
    }

    Choices choices(Screen screen, int page) {
        return Paged.of(screen.options(), page, option -> {
            Text detail = option.detail();
            return new Paged.Words(texts.of(option.label()), detail == null ? "" : texts.of(detail));
        });
    }

    @Nullable
    Weight weight(Screen screen, @Nullable LiveWeight live) {
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
                live.value() == null ? NO_FIGURE : live.value().toPlainString(),
                live.unit(),
                level,
                texts.has(key) ? texts.of(key) : Texts.shown(live.state()));
    }
}
