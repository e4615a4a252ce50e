package dev.dockhand.server.intake;

import dev.dockhand.server.intake.ImportResult.Rejection;
import dev.dockhand.server.store.Admission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** Counts what became of the rows, and keeps what is told of the first ones. Used by one thread. */
final class Tally {

    private int loaded;
    private int unchanged;
    private int refused;
    private final First<Rejection> rejected = new First<>(Rejection::line);
    private final First<Notice> notices = new First<>(Notice::line);

    /** The things of the lowest lines, as many as are told; of the same line those that came first. */
    private static final class First<T> {
        private static final int SPARE = 10;

        private final Comparator<T> order;
        private List<T> kept = new ArrayList<>();

        private First(ToLongFunction<T> line) {
            this.order = Comparator.comparingLong(line);
        }

        private void add(T thing) {
            kept.add(thing);
            if (kept.size() > SPARE * ImportResult.MOST_NAMED) {
                kept = new ArrayList<>(told());
            }
        }

        private List<T> told() {
            return kept.stream().sorted(order).limit(ImportResult.MOST_NAMED).toList();
        }
    }

    /** Counts what became of a thing. */
    void count(Entry<?> entry, Admission became) {
        Admission.Remark remark = became.remark();
        switch (became.result()) {
            case LOADED -> loaded++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> {
                Objects.requireNonNull(remark);
                reject(new Rejection(entry.line(), remark.field(), remark.code(), remark.message()));
                return;
            }
        }
        if (remark != null) {
            notices.add(new Notice(entry.line(), remark.field(), remark.code(), remark.message()));
        }
    }

    void reject(Rejection rejection) {
        refused++;
        rejected.add(rejection);
    }

    void notice(List<Notice> more) {
        more.forEach(notices::add);
    }

    void add(Tally other) {
        loaded += other.loaded;
        unchanged += other.unchanged;
        refused += other.refused;
        other.rejected.kept.forEach(rejected::add);
        notice(other.notices.kept);
    }

    /** Adds the one that did most, of several that were told the same. */
    void most(List<Tally> others) {
        others.stream()
                .max(Comparator.<Tally>comparingInt(other -> other.loaded).thenComparingInt(other -> other.refused))
                .ifPresent(this::add);
    }

    boolean hasLoaded() {
        return loaded > 0;
    }

    ImportResult result() {
        return new ImportResult(loaded, unchanged, refused, rejected.told(), notices.told());
    }
}
