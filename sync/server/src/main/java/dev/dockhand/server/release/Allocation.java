package dev.dockhand.server.release;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.server.stock.StockKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses the places that an order is picked from. Pure. */
final class Allocation {

    /** Earliest expiry first and undated goods last, then walking order. */
    private static final Comparator<Candidate> BEST = Comparator.comparing(
                    (Candidate candidate) -> candidate.key().goods().expiryKey().isEmpty())
            .thenComparing(candidate -> candidate.key().goods().expiryKey())
            .thenComparingInt(Candidate::walk)
            .thenComparing(Candidate::key);

    private static final Comparator<Take> WALKING = Comparator.comparingInt(
                    (Take take) -> take.from().walk())
            .thenComparing(take -> take.from().key());

    private Allocation() {}

    /**
     * A balance that can be picked from.
     *
     * @param key where and what
     * @param walk order along the walking path
     * @param free units that no pick list claims
     */
    record Candidate(StockKey key, int walk, long free) {

        LocationCode location() {
            return new LocationCode(key.place().code());
        }
    }

    /** So many units from one balance. */
    record Take(Candidate from, int units) {}

    /** What is free, shrinking as orders take from it. Used by one thread. */
    static final class Free {
        private final Map<ItemId, List<Candidate>> bySku = new TreeMap<>(Comparator.comparing(ItemId::value));

        Free(List<Candidate> candidates) {
            candidates.stream()
                    .sorted(BEST)
                    .forEach(candidate -> bySku.computeIfAbsent(candidate.key().item(), item -> new ArrayList<>())
                            .add(candidate));
        }

        /**
         * Takes what an order needs, all or nothing.
         *
         * @param wanted units by item
         * @return what to take in walking order; nothing when it does not suffice
         */
        Optional<List<Take>> take(Map<ItemId, Integer> wanted) {
            List<Take> takes = new ArrayList<>();
            for (Map.Entry<ItemId, Integer> need : wanted.entrySet()) {
                int missing = need.getValue();
                for (Candidate candidate : bySku.getOrDefault(need.getKey(), List.of())) {
                    int units = (int) Math.min(missing, candidate.free());
                    if (units > 0) {
                        takes.add(new Take(candidate, units));
                        missing -= units;
                    }
                }
                if (missing > 0) {
                    return Optional.empty();
                }
            }
            takes.forEach(this::shrink);
            return Optional.of(takes.stream().sorted(WALKING).toList());
        }

        private void shrink(Take take) {
            bySku.getOrDefault(take.from().key().item(), List.of())
                    .replaceAll(candidate -> candidate.equals(take.from())
                            ? new Candidate(candidate.key(), candidate.walk(), candidate.free() - take.units())
                            : candidate);
        }
    }
}
