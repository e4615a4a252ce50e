package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a profile makes of a recording; the last weight counts, since the pan had come to rest by then. */
record HeardScale(boolean isNothing, Optional<ScaleMessage.Measurement> last, int unreadable) {

    static HeardScale of(ScaleWizard.Recording recording) {
        ScaleProtocol protocol = ScaleProfiles.protocol(recording.profile());
        List<ScaleMessage.Measurement> measurements = new ArrayList<>();
        int unreadable = 0;
        for (RawFrame frame : protocol.framer().accept(recording.raw().bytes())) {
            switch (protocol.read(frame, new ScaleRequest.Weigh())) {
                case ScaleMessage.Measurement measurement -> measurements.add(measurement);
                case ScaleMessage.Unreadable garbage -> unreadable++;
                case ScaleMessage.Answer answer -> {}
                case ScaleMessage.Notice notice -> {}
                case ScaleMessage.Prompt prompt -> {}
            }
        }
        return new HeardScale(
                recording.raw().latin1().isEmpty(),
                measurements.isEmpty() ? Optional.empty() : Optional.of(measurements.getLast()),
                unreadable);
    }

    Optional<BigDecimal> grams() {
        return last.flatMap(ScaleMessage.Measurement::weight).map(Weight::grams);
    }
}
