package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.CutOff;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.undo.AskUndo;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.station.SyncStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what flows show, each under a name, with the bench around it that they know nothing of. */
public final class SampleViews {

    /** What time it is on the samples. */
    public static final Instant NOW = Instant.parse("2026-11-23T06:26:00Z");

    private final Map<String, BenchView> views = new LinkedHashMap<>();
    private final SampleShop shop;
    private String onScale = "955";
    private long number;

    SampleViews(SampleShop shop) {
        this.shop = shop;
    }

    Map<String, BenchView> all() {
        return views;
    }

    /** What lies on the scale from now on, in grams. */
    void onScale(String grams) {
        onScale = grams;
    }

    /** What a job shows now, under the name of its step. */
    void keep(Desk<?> desk) {
        keep(desk.screen().step().replace('.', '-'), desk);
    }

    /** What a job shows now. */
    void keep(String name, Desk<?> desk) {
        keep(name, desk, desk.verdict(), inStep(), lamps(), List.of());
    }

    /** What a job shows once its red verdict was answered, under the name of its step; the verdict itself beside it. */
    void keepRedAndAnswered(Desk<?> desk) {
        String step = desk.screen().step().replace('.', '-');
        keep(step + "-red", desk);
        keep(step, desk, Verdict.note("bench.answered"), inStep(), lamps(), List.of());
    }

    /** The same while not all is well. */
    void keepOffline(String name, Desk<?> desk) {
        SyncStatus offline = new SyncStatus(SyncStatus.State.OFFLINE, 14, NOW.minusSeconds(130), NOW.minusSeconds(140));
        List<DeviceLamp> lamps = List.of(
                lamp(DeviceLamp.Kind.SCANNER, ConnectionState.OK),
                lamp(DeviceLamp.Kind.SCALE, ConnectionState.OK),
                lamp(DeviceLamp.Kind.PRINTER, ConnectionState.BLOCKED));
        keep(name, desk, desk.verdict(), offline, lamps, List.of(Text.of("bench.notice.disk-low", 410)));
    }

    /** What the bench asks when undo would reach into other work than that in hand. */
    void keepUndoQuestion(Desk<?> desk) {
        Screen question = desk.undoAsks().orElseThrow();
        keep(
                "undo-ask-" + question.flow().name().toLowerCase(Locale.ROOT),
                question,
                AskUndo.OTHER_WORK,
                inStep(),
                lamps(),
                List.of());
    }

    private void keep(
            String name,
            Desk<?> desk,
            @Nullable Verdict verdict,
            SyncStatus sync,
            List<DeviceLamp> lamps,
            List<Text> notices) {
        keep(name, desk.screen(), verdict, sync, lamps, notices);
    }

    private void keep(
            String name,
            Screen screen,
            @Nullable Verdict verdict,
            SyncStatus sync,
            List<DeviceLamp> lamps,
            List<Text> notices) {
        boolean mustAnswer = verdict != null && verdict.tone().mustBeAnswered();
        boolean signedIn = !screen.flow().equals(FlowId.SIGN_IN);
        BenchView before = views.put(
                name,
                new BenchView(
                        screen,
                        verdict,
                        ++number,
                        mustAnswer,
                        signedIn ? shop.minji.name() : null,
                        shop.words("스테이션 04", "Station 04"),
                        screen.flow(),
                        sync,
                        lamps,
                        new LiveWeight(new BigDecimal(onScale), "g", "STABLE"),
                        signedIn
                                && !screen.flow().equals(FlowId.MENU)
                                && !screen.step().equals("undo.ask"),
                        null,
                        notices,
                        signedIn ? new CutOff("CJ", NOW.plusSeconds(34 * 60), 41) : null));
        if (before != null) {
            throw new IllegalStateException("two pictures are called " + name);
        }
    }

    private static SyncStatus inStep() {
        return new SyncStatus(SyncStatus.State.IN_STEP, 0, null, NOW);
    }

    private static List<DeviceLamp> lamps() {
        return List.of(
                lamp(DeviceLamp.Kind.SCANNER, ConnectionState.OK),
                lamp(DeviceLamp.Kind.SCALE, ConnectionState.OK),
                lamp(DeviceLamp.Kind.PRINTER, ConnectionState.OK));
    }

    private static DeviceLamp lamp(DeviceLamp.Kind kind, ConnectionState state) {
        return new DeviceLamp(
                kind, kind.name(), state, state == ConnectionState.BLOCKED ? PrintReason.PAPER_OUT : null);
    }
}
