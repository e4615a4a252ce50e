package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSetUp.Hearing;
import dev.dockhand.app.device.DeviceSetUp.Subscription;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Paged;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.scale.ScaleWizard;
import dev.dockhand.hardware.scale.ScaleWizard.Advice;
import dev.dockhand.hardware.scale.ScaleWizard.Judged;
import dev.dockhand.hardware.scale.ScaleWizard.Recording;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a scale speaks: listens to the empty pan, then to a loaded one, then offers the profiles that make sense of
 * both. Nothing is changed before one of them is chosen.
 */
final class ScaleSetup implements Dialogue {

    private final DeviceSetUp setUp;
    private final Executor screen;
    private final Scale scale;
    private final Told told;
    private Step step = Step.EMPTY;
    private List<Recording> empty = List.of();
    private List<Recording> loaded = List.of();
    private List<Recording> silence = List.of();
    private @Nullable Advice advice;
    private Hearing.@Nullable Tries tries;
    private boolean listening;
    private @Nullable Subscription subscription;
    private int round;
    private int page;

    /** How far it has come. */
    enum Step {
        /** The empty pan is listened to, or will be. */
        EMPTY,
        /** The loaded pan is. */
        LOADED,
        /** Both were judged. */
        JUDGED
    }

    /**
     * Which scale it is.
     *
     * @param device id of the device
     * @param address where it is
     */
    record Scale(String device, String address) {}

    /** Who is told how it goes. */
    interface Told {
        /** There is something else to show. */
        void changed();

        /** The device is open again. */
        void reopened();

        /** A profile was chosen, by its id. */
        void chosen(String profile);
    }

    /** Begins with a scale; nothing is listened to yet. */
    ScaleSetup(DeviceSetUp setUp, Executor screen, Scale scale, Told told) {
        this.setUp = setUp;
        this.screen = screen;
        this.scale = scale;
        this.told = told;
    }

    private void restart() {
        step = Step.EMPTY;
        empty = List.of();
        loaded = List.of();
        silence = List.of();
        advice = null;
        page = 0;
    }

    /** The pan is as was asked for: listens. After the end, begins anew. */
    @Override
    public void enter() {
        if (listening) {
            return;
        }
        if (step == Step.JUDGED) {
            restart();
        } else {
            listening = true;
            silence = List.of();
            tries = null;
            round++;
            int now = round;
            subscription =
                    setUp.hear(scale.device(), scale.address(), hearing -> screen.execute(() -> take(now, hearing)));
        }
        told.changed();
    }

    private void take(int of, Hearing hearing) {
        if (of == round) {
            switch (hearing) {
                case Hearing.Tries now -> tries = now;
                case Hearing.Over(var recordings) -> {
                    listening = false;
                    heard(recordings);
                }
            }
        }
        if (hearing instanceof Hearing.Over) {
            told.reopened();
        } else {
            told.changed();
        }
    }

    private void heard(List<Recording> recordings) {
        if (recordings.stream().allMatch(each -> each.raw().latin1().isEmpty())) {
            silence = recordings;
        } else if (step == Step.EMPTY) {
            empty = recordings;
            step = Step.LOADED;
        } else {
            loaded = recordings;
            advice = ScaleWizard.judge(empty, loaded);
            step = Step.JUDGED;
        }
    }

    @Override
    public boolean key(Shortcut shortcut) {
        if (shortcut == Shortcut.F2) {
            enter();
        }
        return true;
    }

    /** Gives up; the device is opened again. */
    @Override
    public void end() {
        round++;
        listening = false;
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /** A digit chooses a profile, 0 turns the page. */
    @Override
    public void digit(int digit) {
        List<Judged> sensible = sensible();
        int index = page * Paged.SIZE + digit - 1;
        if (digit == 0) {
            page = (page + 1) % Paged.pages(sensible.size());
        } else if (index < sensible.size()) {
            told.chosen(sensible.get(index).profile().id());
        }
    }

    private List<Judged> sensible() {
        return advice == null
                ? List.of()
                : advice.ranking().stream()
                        .filter(each ->
                                each.fit() == ScaleWizard.Fit.MAKES_SENSE || each.fit() == ScaleWizard.Fit.SHOWN_ONLY)
                        .toList();
    }

    @Override
    public Choices choices(Texts texts) {
        List<Judged> sensible = sensible();
        return sensible.isEmpty()
                ? Choices.NONE
                : Paged.of(sensible, page, each -> new ScaleSetupWords(texts).choice(each));
    }

    @Override
    public DevicesShown.Setup shown(Texts texts) {
        ScaleSetupWords words = new ScaleSetupWords(texts);
        if (listening) {
            return words.listening(step, tries);
        }
        if (!silence.isEmpty()) {
            return words.silent(silence);
        }
        return advice == null ? words.asks(step) : words.advice(advice, empty, loaded);
    }

    @Override
    public List<PageKey> keys() {
        return listening
                ? List.of(new PageKey(Shortcut.ESCAPE, "page.key.STOP"))
                : List.of(
                        PageKey.BACK,
                        new PageKey(Shortcut.F2, step == Step.JUDGED ? "page.key.AGAIN" : "page.key.LISTEN"));
    }
}
