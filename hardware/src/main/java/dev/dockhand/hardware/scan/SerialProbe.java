package dev.dockhand.hardware.scan;

import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.port.WireOpener;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the settings of a serial scanner, while somebody scans a code again and again: opens the port with one preset after
 * the other, listens, and judges what came. Presets of seven bits need no listening of their own, because eight bits show
 * the parity.
 */
public final class SerialProbe {

    private static final Duration QUIET = Duration.ofMillis(150);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int MOST_BYTES = 8_192;

    private final WireOpener opener;
    private final Duration listening;

    /**
     * A probe.
     *
     * @param opener opens the port
     * @param listening how long to wait for a code with each setting
     */
    public SerialProbe(WireOpener opener, Duration listening) {
        this.opener = opener;
        this.listening = listening;
    }

    /**
     * One attempt.
     *
     * @param address the port as it was opened
     * @param finding what the bytes showed
     */
    public record Attempt(PortAddress.Serial address, SerialJudge.Finding finding) {}

    /**
     * Tries until a code can be read.
     *
     * @param path the port
     * @param rounds how often all settings are tried
     * @param told gets each attempt, on this thread
     * @return the settings to use; nothing when no code came that could be read
     * @throws PortException when the port cannot be opened
     * @throws InterruptedException when the probe is to end
     */
    public Optional<PortAddress.Serial> find(String path, int rounds, Consumer<Attempt> told)
            throws PortException, InterruptedException {
        List<SerialPreset> presets = SerialPreset.all();
        List<SerialPreset> eight =
                presets.stream().filter(preset -> preset.bits() == 8).toList();
        for (int round = 0; round < rounds; round++) {
            for (SerialPreset preset : eight) {
                Attempt attempt = new Attempt(preset.at(path), SerialJudge.judge(listen(preset.at(path))));
                told.accept(attempt);
                if (attempt.finding().isUsable()) {
                    return Optional.of(settings(attempt));
                }
            }
        }
        return Optional.empty();
    }

    private static PortAddress.Serial settings(Attempt attempt) {
        PortAddress.Serial eight = attempt.address();
        PortAddress.Parity parity = attempt.finding().parity();
        return parity == PortAddress.Parity.NONE
                ? eight
                : new PortAddress.Serial(eight.path(), eight.baud(), 7, parity, eight.stop());
    }

    private byte[] listen(PortAddress.Serial address) throws PortException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Wire wire = opener.open(address)) {
            long deadline = System.nanoTime() + listening.toNanos();
            while (all.size() < MOST_BYTES) {
                byte[] bytes = wire.read(all.size() == 0 ? LOOK : QUIET);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                all.writeBytes(bytes);
                if (bytes.length == 0 && (all.size() > 0 || System.nanoTime() - deadline > 0)) {
                    break;
                }
            }
        }
        return all.toByteArray();
    }
}
