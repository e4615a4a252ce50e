package dev.dockhand.app.ui.sound;

import dev.dockhand.app.flow.Verdict;

/** Makes a sound for a tone. A call returns at once; a bench without a sound device stays silent. */
public interface Sounds extends AutoCloseable {

    /** Sounds of a bench that has none. */
    Sounds NONE = new Sounds() {
        @Override
        public void play(Verdict.Tone tone) {
            // Silence is what was asked for.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /** Plays the sound of a tone, behind those that still play. */
    void play(Verdict.Tone tone);

    @Override
    void close();
}
