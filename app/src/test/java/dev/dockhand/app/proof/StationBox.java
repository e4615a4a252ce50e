package dev.dockhand.app.proof;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A station in a process of its own, with what outlives it: its devices, its cable and its disk. */
final class StationBox implements AutoCloseable {

    private static final int DISK_MEBIBYTES = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int HELD = 6;

    private final String name;
    private final Path folder;
    private final long seed;
    private final boolean carriesPlates;
    private final BadCable cable;
    private final @Nullable SmallDisk disk;
    private final LastingDevices devices = new LastingDevices();
    private final Recovery recovery = new Recovery();
    private @Nullable Process process;
    private @Nullable Thread ears;
    private int lives;
    private volatile String said = "";
    private volatile boolean paused;
    private volatile boolean inStep;

    /**
     * Sets a station up and enrols it.
     *
     * @param first whether its person puts the plates away
     * @param last whether its disk is a small real one, where this machine mounts one
     */
    StationBox(Path folder, String name, ServerBox server, long seed, boolean first, boolean last) throws Exception {
        this.name = name;
        this.folder = folder.resolve(name);
        this.seed = seed;
        this.carriesPlates = first;
        this.disk = last ? mount(this.folder) : null;
        this.cable = new BadCable(server.port(), new Random(seed));
        cable.calm(true);
        URI way = URI.create("http://127.0.0.1:" + cable.port());
        try (var office = server.office()) {
            Bench.enrol(station(), office, way, name, devices.settings(), Bench.rules(true, HELD));
        }
        cable.calm(false);
    }

    private static @Nullable SmallDisk mount(Path at) {
        try {
            return SmallDisk.mount(at, DISK_MEBIBYTES);
        } catch (IOException e) {
            return null;
        }
    }

    String name() {
        return name;
    }

    /** The folder of the station itself. */
    Path station() {
        return folder.resolve("station");
    }

    BadCable cable() {
        return cable;
    }

    LastingDevices devices() {
        return devices;
    }

    Recovery recovery() {
        return recovery;
    }

    /** Whether its disk is a real one of its own. */
    boolean hasRealDisk() {
        return disk != null;
    }

    /** How it stands, as it last said: state, acts that wait, the last that was acknowledged, orders held, and the screen. */
    String said() {
        return said;
    }

    Process process() {
        return Objects.requireNonNull(process);
    }

    /** Starts the station on what its folder holds. */
    void start() {
        lives++;
        try {
            ProcessBuilder builder = Jvm.of(
                    List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"),
                    List.of(
                            SoakStation.class.getName(),
                            station().toString(),
                            name.replace("-", "") + "L" + lives,
                            Long.toString(seed * 1_000 + lives),
                            Boolean.toString(carriesPlates)));
            Path errors = folder.resolveSibling(name + "-errors.txt");
            Process started = builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            process = started;
            ears = Thread.ofPlatform().daemon().name("ears of " + name).start(() -> listen(started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Process started) {
        try (BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
                PrintWriter in = new PrintWriter(started.outputWriter(StandardCharsets.UTF_8), true)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (started.isAlive()) {
                    obey(line, in);
                }
            }
        } catch (IOException e) {
            // It was killed.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(String line, PrintWriter in) throws InterruptedException {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "PAUSED" -> paused = true;
            case "SYNC" -> {
                said = words[1];
                String[] facts = said.split(" ");
                inStep = facts[0].equals("IN_STEP");
                recovery.heard(Long.parseLong(facts[2]), inStep);
            }
            default -> RemoteHands.obey(line, devices, in);
        }
    }

    /** Kills it, and waits until its devices are free. */
    void kill() throws InterruptedException {
        Jvm.kill(process());
        Objects.requireNonNull(ears).interrupt();
        Objects.requireNonNull(ears).join(PATIENCE);
        await().atMost(PATIENCE).until(devices::areFree);
    }

    /** From now on its disk takes nothing more. */
    void fill() throws IOException {
        if (disk != null) {
            disk.fill();
        } else {
            Files.writeString(SoakStation.full(station()), "");
        }
    }

    /** There is room again. */
    void free() throws IOException {
        if (disk != null) {
            disk.free();
        } else {
            Files.delete(SoakStation.full(station()));
        }
    }

    /** Asks the person at it to sign out and wait. */
    void pause() throws IOException {
        paused = false;
        inStep = false;
        Files.writeString(SoakStation.pause(station()), "");
    }

    /** Whether they wait, and the server has everything. */
    boolean rests() {
        return paused && inStep;
    }

    /** Lets them work again. */
    void goOn() throws IOException {
        Files.delete(SoakStation.pause(station()));
    }

    @Override
    public void close() throws IOException {
        Process last = process;
        if (last != null) {
            last.destroyForcibly().onExit().join();
        }
        cable.close();
        devices.close();
        if (disk != null) {
            disk.close();
        }
    }
}
