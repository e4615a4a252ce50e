package dev.dockhand.app.bench;

import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.station.SyncStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the window shows of the bench, as one value. The window keeps no truth of its own: it draws the
 * latest view.
 *
 * @param screen what the job shows
 * @param verdict the latest answer, absent before the first input of a job
 * @param verdictNumber rises by one with every verdict, so that two equal ones in a row are both heard
 * @param mustAnswer whether the verdict waits to be answered on purpose and everything else is refused
 * @param operatorName who is signed in, absent before sign-in
 * @param station name of the station
 * @param flow the job
 * @param sync how the station stands with the server
 * @param devices a lamp each
 * @param weight what the scale says now, absent without a scale
 * @param canUndo whether there is an act to take back
 * @param devicesUntil until when a supervisor's word covers changes of the devices, absent without one
 * @param notices what the operator should know beside the job
 * @param cutOff the next pick-up of a carrier, absent when none is near
 */
public record BenchView(
        Screen screen,
        @Nullable Verdict verdict,
        long verdictNumber,
        boolean mustAnswer,
        @Nullable String operatorName,
        String station,
        FlowId flow,
        SyncStatus sync,
        List<DeviceLamp> devices,
        @Nullable LiveWeight weight,
        boolean canUndo,
        @Nullable Instant devicesUntil,
        List<Text> notices,
        @Nullable CutOff cutOff) {

    /** Copies the lists. */
    public BenchView {
        devices = List.copyOf(devices);
        notices = List.copyOf(notices);
    }
}
