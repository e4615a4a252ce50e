package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.ui.settings.SettingsViewModel;
import dev.dockhand.app.ui.sound.Sounds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The sounds of verdicts, and which came last. */
public final class Tones {

    private static final int PAST = 4;

    private final Sounds sounds;
    private final SettingsViewModel settings;
    private final Deque<Tone> past = new ArrayDeque<>();

    /** Sounds that the settings may mute. */
    public Tones(Sounds sounds, SettingsViewModel settings) {
        this.sounds = sounds;
        this.settings = settings;
    }

    /** Sounds, unless a person switched the sound off. */
    public void play(Tone tone) {
        if (!settings.now().muted()) {
            sounds.play(tone);
        }
    }

    /** A verdict came. */
    public void hear(Tone tone) {
        play(tone);
        past.addFirst(tone);
        while (past.size() > PAST) {
            past.removeLast();
        }
    }

    /** The tones of the last verdicts, newest first. */
    public List<Tone> past() {
        return List.copyOf(past);
    }
}
