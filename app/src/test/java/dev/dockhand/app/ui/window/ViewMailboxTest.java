package dev.dockhand.app.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.SampleScreens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ViewMailboxTest {

    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final List<BenchView> drawn = new ArrayList<>();
    private final List<Verdict> heard = new ArrayList<>();
    private final ViewMailbox mailbox = new ViewMailbox(screen::add, (view, verdicts) -> {
        drawn.add(view);
        heard.addAll(verdicts);
    });

    private static BenchView view(long number, Verdict verdict, boolean mustAnswer) {
        BenchView some = Objects.requireNonNull(SampleScreens.in(Locale.ENGLISH).get("packing-scan-item"));
        return new BenchView(
                some.screen(),
                verdict,
                number,
                mustAnswer,
                some.operatorName(),
                some.station(),
                some.flow(),
                some.sync(),
                some.devices(),
                some.weight(),
                some.canUndo(),
                null,
                some.notices(),
                some.cutOff());
    }

    @Test
    void theLatestViewIsDrawnOnceAndEveryVerdictIsHeard() {
        Verdict good = Verdict.good("plain", "a");
        Verdict bad = Verdict.warn("plain", "b");
        mailbox.accept(view(7, good, false));
        mailbox.accept(view(8, good, false));
        mailbox.accept(view(9, bad, false));
        mailbox.accept(view(9, bad, false));
        assertThat(screen).hasSize(1);
        screen.remove().run();
        assertThat(drawn).hasSize(1);
        assertThat(drawn.getFirst().verdictNumber()).isEqualTo(9);
        assertThat(heard).containsExactly(good, bad);
    }

    @Test
    void anOldVerdictIsNotHeardWhenTheWindowOpensButARedOneIs() {
        mailbox.accept(view(7, Verdict.good("plain", "a"), false));
        screen.remove().run();
        assertThat(heard).isEmpty();
        ViewMailbox other = new ViewMailbox(Runnable::run, (view, verdicts) -> heard.addAll(verdicts));
        other.accept(view(3, Verdict.stop("plain", "b"), true));
        assertThat(heard).containsExactly(Verdict.stop("plain", "b"));
    }
}
