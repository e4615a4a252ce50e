package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.scan.HidLayout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scanner whose trigger is a method. It sends what it is told to have scanned, ended as it is set up. What it scans while
 * nobody is connected is lost, as with a real one.
 */
public final class VirtualScanner implements VirtualDevice {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualScanner.class);
    private static final Duration SEND = Duration.ofSeconds(5);
    private static final Pattern ESCAPE = Pattern.compile("\\x1B[a-z0-9],");
    private static final long PAUSE_MILLIS = 20;
    private static final Duration SUSPENDED = Duration.ofMillis(PAUSE_MILLIS);

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(10_000);
    private final AtomicLong sent = new AtomicLong();
    private volatile Ending ending;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>(10_000);
    private volatile boolean connected;
    private volatile boolean suspends;
    private final StringBuilder escape = new StringBuilder();
    private boolean suspended;

    /** How a scanner marks the end of a code. */
    public enum Ending {
        CR("", "\r"),
        LF("", "\n"),
        CR_LF("", "\r\n"),
        STX_ETX("\u0002", "\u0003"),
        NONE("", "");

        private final String before;
        private final String after;

        Ending(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    /**
     * A scanner.
     *
     * @param ending how it marks the end of a code
     */
    public VirtualScanner(Ending ending) {
        this.ending = ending;
    }

    /** Sets the scanner up anew. */
    public void ending(Ending other) {
        ending = other;
    }

    /**
     * Pulls the trigger.
     *
     * @param text what the code says, with its AIM identifier if the scanner is to send one
     * @return false when nobody is connected, or the scanner has 10,000 scans to send still: the scan is lost
     */
    public boolean scan(String text) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(ending.before.getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(ending.after.getBytes(StandardCharsets.US_ASCII));
        return send(frame.toByteArray());
    }

    /**
     * Pulls the trigger of a scanner that speaks HID.
     *
     * @param layout how its reports are laid out
     * @param aim the AIM identifier; not sent where the layout has no place for one
     * @param text what the code says; as many reports as it takes
     * @return false when the scan is lost, as with {@link #scan}
     */
    public boolean scan(HidLayout layout, String aim, String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < data.length; from += layout.dataMost()) {
            int length = Math.min(layout.dataMost(), data.length - from);
            byte[] report = new byte[layout.size()];
            report[0] = (byte) layout.report();
            report[layout.lengthAt()] = (byte) length;
            if (layout.aimAt() > 0) {
                byte[] identifier = aim.getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(identifier, 0, report, layout.aimAt(), identifier.length);
            }
            System.arraycopy(data, from, report, layout.dataAt(), length);
            report[layout.continuedAt()] = (byte) (from + length < data.length ? 1 : 0);
            if (!send(report)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Waits after each code for a whole escape command, a letter or digit between ESC and a comma, as a scanner with host
     * ACK does (Honeywell Xenon User's Guide, "Host ACK").
     */
    public void suspends(boolean on) {
        suspends = on;
    }

    /** What the host sent, in hexadecimal digits, oldest first. */
    public BlockingQueue<String> heard() {
        return heard;
    }

    /** Sends bytes as they are. */
    public boolean send(byte[] bytes) {
        return connected && waiting.offer(bytes.clone());
    }

    /** Whether somebody is connected; over a PTY, whether it is plugged in. */
    public boolean isConnected() {
        return connected;
    }

    /** How many scans were sent as a whole. */
    public long sent() {
        return sent.get();
    }

    @Override
    public void serve(Wire line) throws PortException, InterruptedException {
        waiting.clear();
        escape.setLength(0);
        suspended = false;
        connected = true;
        try {
            while (true) {
                byte[] frame = suspended ? null : waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (frame != null) {
                    send(line, frame);
                    suspended = suspends;
                }
                // Reading also notices that the other end has gone.
                byte[] bytes = line.read(suspended ? SUSPENDED : Duration.ZERO);
                if (bytes.length > 0) {
                    suspended &= !isEscape(bytes);
                    heard.offer(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes));
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            connected = false;
        }
    }

    private boolean isEscape(byte[] bytes) {
        escape.append(new String(bytes, StandardCharsets.ISO_8859_1));
        boolean whole = ESCAPE.matcher(escape).find();
        escape.delete(0, whole ? escape.length() : Math.max(0, escape.length() - 2));
        return whole;
    }

    private void send(Wire line, byte[] frame) throws PortException {
        if (line.write(frame, SEND) == frame.length) {
            sent.incrementAndGet();
        } else {
            LOG.warn("a scan was not taken by the line and is lost");
        }
    }
}
