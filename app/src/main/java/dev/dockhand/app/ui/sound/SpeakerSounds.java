package dev.dockhand.app.ui.sound;

import dev.dockhand.app.flow.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the sounds on the computer's speaker, one after the other on a thread of its own. Where there is no speaker it
 * says so once in the log and stays silent.
 */
public final class SpeakerSounds implements Sounds {

    private static final Logger LOG = LoggerFactory.getLogger(SpeakerSounds.class);
    private static final AudioFormat FORMAT = new AudioFormat(Synthesiser.RATE, 16, 1, true, false);
    private static final int BUFFER_BYTES = Synthesiser.RATE / 5;
    private static final int WAITING = 16;
    /** More good sounds than this waiting say nothing more. */
    private static final int GOOD_WAITING = 4;

    private final BlockingQueue<Verdict.Tone> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Map<Verdict.Tone, byte[]> made = new EnumMap<>(Verdict.Tone.class);
    private final Thread player;
    private volatile boolean closed;

    /** Starts the thread; the speaker is opened by it. */
    public SpeakerSounds() {
        player = Thread.ofPlatform().name("sounds").daemon().start(this::run);
    }

    @Override
    public void play(Verdict.Tone tone) {
        boolean serious = tone != Verdict.Tone.GOOD && tone != Verdict.Tone.NOTE;
        if (waiting.size() < GOOD_WAITING) {
            waiting.offer(tone);
        } else if (serious) {
            // A bad sound is never behind a queue of good ones.
            waiting.removeIf(other -> other == Verdict.Tone.GOOD || other == Verdict.Tone.NOTE);
            waiting.offer(tone);
        }
    }

    @Override
    public void close() {
        closed = true;
        player.interrupt();
    }

    private void run() {
        try (SourceDataLine line = open()) {
            while (!closed) {
                Verdict.Tone tone = waiting.take();
                if (line != null) {
                    byte[] samples = made.computeIfAbsent(tone, Synthesiser::samples);
                    line.write(samples, 0, samples.length);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("sounds end");
        } catch (RuntimeException e) {
            LOG.warn("sounds stopped: {}", e.toString());
        }
    }

    private static @Nullable SourceDataLine open() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER_BYTES);
            line.start();
            return line;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | LinkageError e) {
            LOG.info("no speaker, the bench stays silent: {}", e.getMessage());
            return null;
        }
    }
}
