package dev.dockhand.app.flow.putaway;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Act.Condition;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.task.Plate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which plate is put away next?
 *
 * @param done plates that were put away here and may still show as waiting for a moment
 */
record ScanPlate(Set<LicensePlate> done) implements PutawayState {

    private static final int MOST_OPTIONS = 50;

    ScanPlate {
        done = Set.copyOf(done);
    }

    ScanPlate without(LicensePlate plate) {
        Set<LicensePlate> more = new HashSet<>(done);
        more.add(plate);
        return new ScanPlate(more);
    }

    @Override
    public Decision<PutawayState> onScan(ScannedCode code, Lookup lookup) {
        Optional<LicensePlate> number = Codes.plate(code);
        if (number.isPresent() && done.contains(number.get())) {
            return Answers.warn(this, "putaway.already-done", number.get());
        }
        return number.flatMap(lookup::plate).map(plate -> take(plate, lookup)).orElseGet(() -> notAPlate(code, lookup));
    }

    private Decision<PutawayState> notAPlate(ScannedCode code, Lookup lookup) {
        return code.plate() != null && Meaning.of(code, lookup).isEmpty()
                ? Answers.warn(this, "putaway.unknown-plate", code.plate())
                : Answers.unwanted(this, code, lookup, "putaway.plate-wanted");
    }

    @Override
    public Decision<PutawayState> onChoice(String option, Lookup lookup) {
        return waiting(lookup).stream()
                .filter(plate -> plate.plate().value().equals(option))
                .findFirst()
                .map(plate -> take(plate, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    private Decision<PutawayState> take(Plate plate, Lookup lookup) {
        if (plate.condition() == Condition.UNKNOWN) {
            return Answers.stop(this, "putaway.condition-unknown", plate.plate());
        }
        return Answers.note(
                new ScanLocation(this, plate), "putaway.taken", plate.quantity(), Shown.item(plate.item(), lookup));
    }

    private List<Plate> waiting(Lookup lookup) {
        return lookup.plates().stream()
                .filter(plate -> !done.contains(plate.plate()))
                .limit(MOST_OPTIONS)
                .toList();
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Plate> waiting = waiting(lookup);
        String words = waiting.isEmpty() ? "putaway.no-plate" : "putaway.scan-plate";
        return Screen.of(PutawayFlow.ID, "putaway.scan-plate", Text.of(words))
                .withHint(Text.of(words + ".hint"))
                .withOptions(
                        waiting.stream().map(plate -> option(plate, lookup)).toList());
    }

    private static Screen.Option option(Plate plate, Lookup lookup) {
        String words = plate.condition() == Condition.DAMAGED ? "putaway.plate-damaged" : "putaway.plate";
        return new Screen.Option(
                plate.plate().value(),
                Text.of(words, plate.quantity(), Shown.item(plate.item(), lookup)),
                Text.of("putaway.plate-number", plate.plate()));
    }
}
