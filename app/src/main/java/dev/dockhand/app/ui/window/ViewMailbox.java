package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the bench's views to the thread of the screen. The latest view wins, so a burst of scans draws once a frame; but
 * every verdict is handed over, so each is heard.
 */
final class ViewMailbox implements Consumer<BenchView> {

    private static final int MOST_VERDICTS = 64;

    private final Executor screen;
    private final BiConsumer<BenchView, List<Verdict>> reader;
    private final Object lock = new Object();
    private @Nullable BenchView latest;
    private List<Verdict> verdicts = new ArrayList<>();
    private boolean first = true;
    private long lastNumber;

    /**
     * A mailbox.
     *
     * @param screen runs on the thread of the screen
     * @param reader gets the latest view and the verdicts since the one before
     */
    ViewMailbox(Executor screen, BiConsumer<BenchView, List<Verdict>> reader) {
        this.screen = screen;
        this.reader = reader;
    }

    @Override
    public void accept(BenchView view) {
        boolean ask;
        synchronized (lock) {
            ask = latest == null;
            latest = view;
            Verdict verdict = view.verdict();
            boolean isNew = first ? view.mustAnswer() : view.verdictNumber() != lastNumber;
            if (verdict != null && isNew && verdicts.size() < MOST_VERDICTS) {
                verdicts.add(verdict);
            }
            first = false;
            lastNumber = view.verdictNumber();
        }
        if (ask) {
            screen.execute(this::read);
        }
    }

    private void read() {
        BenchView view;
        List<Verdict> heard;
        synchronized (lock) {
            view = latest;
            heard = verdicts;
            latest = null;
            verdicts = new ArrayList<>();
        }
        if (view != null) {
            reader.accept(view, List.copyOf(heard));
        }
    }
}
