package dev.dockhand.server.intake;

import dev.dockhand.server.intake.ImportResult.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what became of the rows. Used by one thread. */
final class Tally {

    private int loaded;
    private int unchanged;
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    void loaded() {
        loaded++;
    }

    void unchanged() {
        unchanged++;
    }

    void reject(Rejection rejection) {
        rejected.add(rejection);
    }

    void notice(List<Notice> more) {
        notices.addAll(more);
    }

    void add(Tally other) {
        loaded += other.loaded;
        unchanged += other.unchanged;
        rejected.addAll(other.rejected);
        notices.addAll(other.notices);
    }

    ImportResult result() {
        List<Rejection> named = rejected.stream()
                .sorted(Comparator.comparingLong(Rejection::line))
                .limit(ImportResult.MOST_NAMED)
                .toList();
        List<Notice> told = notices.stream()
                .sorted(Comparator.comparingLong(Notice::line))
                .limit(ImportResult.MOST_NAMED)
                .toList();
        return new ImportResult(loaded, unchanged, rejected.size(), named, told);
    }
}
