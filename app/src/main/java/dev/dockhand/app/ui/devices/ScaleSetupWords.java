package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceSetUp.Hearing;
import dev.dockhand.app.ui.devices.DevicesShown.Heard;
import dev.dockhand.app.ui.devices.DevicesShown.Setup;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Paged;
import dev.dockhand.app.ui.texts.Grouped;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.texts.Visible;
import dev.dockhand.hardware.scale.ScaleWizard;
import dev.dockhand.hardware.scale.ScaleWizard.Advice;
import dev.dockhand.hardware.scale.ScaleWizard.Judged;
import dev.dockhand.hardware.scale.ScaleWizard.Recording;
import dev.dockhand.hardware.scale.ScaleWizard.Verdict;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far it is found out what a scale speaks, in words. */
record ScaleSetupWords(Texts texts) {

    private static final int LAST_BYTES = 24;
    private static final int MOST_REASONS = 3;

    Setup asks(ScaleSetup.Step step) {
        return new Setup(Level.LOOK, texts.of("setup", step), texts.of("setup.todo", step), List.of());
    }

    Setup listening(ScaleSetup.Step step, Hearing.@Nullable Tries tries) {
        String which = tries == null
                ? ""
                : texts.of(
                        "setup.listening.to",
                        DeviceMessageWords.cut(String.join(", ", tries.names())),
                        tries.number(),
                        tries.of());
        return new Setup(Level.LOOK, texts.of("setup.listening", step), which, List.of());
    }

    Setup silent(List<Recording> recordings) {
        String port = recordings.stream()
                .flatMap(each -> each.problem().stream())
                .findFirst()
                .orElse("");
        return port.isEmpty()
                ? new Setup(
                        Level.BAD,
                        texts.of("setup.silent"),
                        texts.of("setup.silent.todo", recordings.size()),
                        List.of())
                : new Setup(Level.BAD, texts.of("setup.no-port"), Texts.shown(port), List.of());
    }

    Setup advice(Advice advice, List<Recording> empty, List<Recording> loaded) {
        Verdict verdict = advice.verdict();
        Level level = switch (verdict) {
            case CLEAR, EQUAL -> Level.FINE;
            case AMBIGUOUS, SHOWN_ONLY -> Level.LOOK;
            case NONE -> Level.BAD;
        };
        String best = advice.ranking().getFirst().profile().id();
        return new Setup(
                level,
                texts.of("setup", verdict),
                verdict == Verdict.NONE ? reasons(advice) : texts.of("setup.todo", verdict),
                verdict == Verdict.NONE
                        ? List.of(
                                heard(ScaleSetup.Step.EMPTY, of(best, empty)),
                                heard(ScaleSetup.Step.LOADED, of(best, loaded)))
                        : List.of());
    }

    /** Why the nearest ones do not fit: what they read says more than that others read nothing. */
    private String reasons(Advice advice) {
        return advice.ranking().stream()
                .filter(each -> each.fit() != ScaleWizard.Fit.SILENT)
                .limit(MOST_REASONS)
                .map(each -> each.profile().name() + ": " + texts.of("setup.why", each.why()))
                .collect(Collectors.joining("\n"));
    }

    Paged.Words choice(Judged judged) {
        String reads = judged.loadedGrams()
                .map(grams -> texts.of("setup.reads", plain(grams)))
                .orElse("");
        return new Paged.Words(
                judged.profile().name(),
                judged.fit() == ScaleWizard.Fit.SHOWN_ONLY ? reads + " · " + texts.of("setup.shown-only") : reads);
    }

    private static String plain(BigDecimal grams) {
        return Grouped.of(grams.stripTrailingZeros());
    }

    private static Recording of(String profile, List<Recording> recordings) {
        return recordings.stream()
                .filter(each -> each.profile().id().equals(profile))
                .findFirst()
                .orElseGet(() -> loudest(recordings));
    }

    private static Recording loudest(List<Recording> recordings) {
        return recordings.stream()
                .max(Comparator.comparingInt(each -> each.raw().latin1().length()))
                .orElseThrow();
    }

    private Heard heard(ScaleSetup.Step pan, Recording recording) {
        byte[] all = recording.raw().bytes();
        byte[] last = Arrays.copyOfRange(all, Math.max(0, all.length - LAST_BYTES), all.length);
        String more = all.length > last.length ? "… " : "";
        return new Heard(texts.of("setup.heard", pan), more + Visible.bytes(last, last.length));
    }
}
