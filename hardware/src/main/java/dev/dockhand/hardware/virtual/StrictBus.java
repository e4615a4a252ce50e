package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A device that follows a script to the byte, for any protocol: it fails on a byte that the script does not expect, on one
 * that comes when the line is to be quiet, and on one that comes after the end. {@link #await} tells what went wrong.
 */
public final class StrictBus implements VirtualDevice {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration WRITING = Duration.ofSeconds(10);
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final List<Step> steps = new ArrayList<>();
    private final CompletableFuture<Optional<String>> failure = new CompletableFuture<>();
    private boolean freeAfter;
    private volatile int at;

    private sealed interface Step {
        record Expect(byte[] bytes) implements Step {
            @Override
            public String toString() {
                return "the bytes " + HEX.formatHex(bytes);
            }
        }

        record Say(byte[] bytes) implements Step {}

        record Quiet(Duration time) implements Step {
            @Override
            public String toString() {
                return "silence for " + time;
            }
        }
    }

    /** The next bytes from the program are exactly these, one character each. */
    public StrictBus expect(String latin1) {
        steps.add(new Step.Expect(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        return this;
    }

    /** Then the device sends these bytes, one character each. */
    public StrictBus say(String latin1) {
        steps.add(new Step.Say(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        return this;
    }

    /** Then the program sends nothing for so long. */
    public StrictBus quiet(Duration time) {
        steps.add(new Step.Quiet(time));
        return this;
    }

    /** After the script the program may send what it likes; it gets no answer. */
    public StrictBus thenAnything() {
        freeAfter = true;
        return this;
    }

    /**
     * Waits until the script has been played.
     *
     * @param patience how long at most
     * @throws IllegalStateException when something else came than the script says, or nothing did, with both
     */
    public void await(Duration patience) throws InterruptedException {
        Optional<String> ended;
        try {
            ended = failure.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("step " + (at + 1) + " of the script still waits for " + step(), e);
        }
        if (ended.isPresent()) {
            throw new IllegalStateException(ended.get());
        }
    }

    private Object step() {
        return at < steps.size() ? steps.get(at) : "its end";
    }

    @Override
    public void serve(Wire line) throws PortException, InterruptedException {
        for (int next = 0; next < steps.size(); next++) {
            at = next;
            if (!play(line, steps.get(next))) {
                idle(line);
            }
        }
        at = steps.size();
        if (!freeAfter) {
            // What comes a moment late is unexpected too.
            quiet(line, Duration.ofMillis(200));
        }
        failure.complete(Optional.empty());
        idle(line);
    }

    private boolean play(Wire line, Step step) throws PortException, InterruptedException {
        return switch (step) {
            case Step.Expect expect -> expect(line, expect);
            case Step.Quiet quiet -> quiet(line, quiet.time());
            case Step.Say say -> line.write(say.bytes(), WRITING) == say.bytes().length;
        };
    }

    private boolean expect(Wire line, Step.Expect expect) throws PortException, InterruptedException {
        byte[] got = {};
        while (got.length < expect.bytes().length) {
            byte[] more = read(line);
            int before = got.length;
            got = Arrays.copyOf(got, before + more.length);
            System.arraycopy(more, 0, got, before, more.length);
            int known = Math.min(got.length, expect.bytes().length);
            if (got.length > expect.bytes().length || !Arrays.equals(got, 0, known, expect.bytes(), 0, known)) {
                return fail(got, expect);
            }
        }
        return true;
    }

    private boolean quiet(Wire line, Duration time) throws PortException, InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - until < 0) {
            byte[] got = read(line);
            if (got.length > 0) {
                return fail(got, step());
            }
        }
        return true;
    }

    private boolean fail(byte[] got, Object expected) {
        failure.complete(Optional.of("step %d of the script: unexpected %s, where it says %s"
                .formatted(at + 1, HEX.formatHex(got), expected)));
        return false;
    }

    private static void idle(Wire line) throws PortException, InterruptedException {
        while (true) {
            read(line);
        }
    }

    private static byte[] read(Wire line) throws PortException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return line.read(LOOK);
    }
}
