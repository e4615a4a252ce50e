package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.parts.KeypadViewModel;
import dev.dockhand.app.ui.strip.StripWords;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.BandShown;
import dev.dockhand.app.ui.work.WorkShown;
import dev.dockhand.app.ui.work.WorkWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bench's view in the words of one language at one moment. */
record ShownWords(Texts texts, Instant now, ZoneId zone) {

    Shown of(
            BenchView view,
            Page page,
            int choicePage,
            @Nullable KeypadViewModel keypad,
            List<Verdict.Tone> past,
            boolean early) {
        return new Shown(
                page.id(),
                StripWords.of(view, texts, now, zone),
                work(view, choicePage, keypad),
                band(view, past),
                view.mustAnswer(),
                new KeyWords(texts).of(view, page),
                view.notices().stream().map(texts::of).toList(),
                early ? texts.of("band.early") : null);
    }

    private WorkShown work(BenchView view, int choicePage, @Nullable KeypadViewModel keypad) {
        Screen screen = view.screen();
        WorkWords words = new WorkWords(texts);
        return new WorkShown(
                screen.flow(),
                screen.step(),
                texts.of(screen.instruction()),
                words.hint(screen),
                words.card(screen),
                WorkWords.count(screen),
                words.side(screen),
                keypad == null ? null : keypad.entry(unit(screen)),
                words.choices(screen, choicePage),
                words.weight(screen, view.weight()));
    }

    private String unit(Screen screen) {
        Screen.Keypad keypad = screen.keypad();
        Text unit = keypad == null ? null : keypad.unit();
        return unit == null ? "" : texts.of(unit);
    }

    private @Nullable BandShown band(BenchView view, List<Verdict.Tone> past) {
        Verdict verdict = view.verdict();
        if (verdict == null) {
            return null;
        }
        List<Verdict.Tone> earlier = past.isEmpty() ? past : past.subList(1, past.size());
        return new BandShown(
                verdict.tone(), texts.of("tone", verdict.tone()), texts.of(verdict.text()), List.copyOf(earlier));
    }
}
