package dev.dockhand.hardware.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the reports of a HID scanner to codes, with the AIM identifier in front where the scanner tells one. How the bytes
 * are cut into reads makes no difference, since not every way to a device keeps reports apart; what cannot be the beginning
 * of a report is skipped.
 */
final class HidFramer implements ScanCutter {

    private final HidLayout layout;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private byte[] held = new byte[0];
    private String aim = "";
    private boolean open;
    private long lastNanos;

    HidFramer(HidLayout layout) {
        this.layout = layout;
    }

    @Override
    public List<Frame> accept(byte[] bytes, long nanos) {
        List<Frame> found = new ArrayList<>();
        if (bytes.length == 0) {
            return found;
        }
        lastNanos = nanos;
        byte[] all = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, all, held.length, bytes.length);
        int at = 0;
        while (at < all.length) {
            if (!maybeReport(all, at)) {
                at++;
            } else if (all.length - at < layout.size()) {
                break;
            } else {
                take(all, at, found);
                at += layout.size();
            }
        }
        held = Arrays.copyOfRange(all, Math.min(at, all.length), all.length);
        return found;
    }

    /** Whether a report can begin here, as far as its bytes are there already. */
    private boolean maybeReport(byte[] all, int at) {
        int left = all.length - at;
        int length = left > layout.lengthAt() ? all[at + layout.lengthAt()] & 0xFF : 1;
        return (all[at] & 0xFF) == layout.report()
                && length >= 1
                && length <= layout.dataMost()
                && (layout.aimAt() == 0 || maybeAim(all, at + layout.aimAt()))
                && (left <= layout.continuedAt() || (all[at + layout.continuedAt()] & 0xFF) <= 1);
    }

    private static boolean maybeAim(byte[] all, int at) {
        if (at + AimIdentifier.LENGTH > all.length) {
            return true;
        }
        String text = new String(all, at, AimIdentifier.LENGTH, StandardCharsets.ISO_8859_1);
        return text.equals("\0\0\0") || AimIdentifier.at(text).isPresent();
    }

    private void take(byte[] all, int at, List<Frame> found) {
        String said = layout.aimAt() == 0
                ? ""
                : new String(all, at + layout.aimAt(), AimIdentifier.LENGTH, StandardCharsets.ISO_8859_1)
                        .replace("\0", "");
        if (open && !said.isEmpty() && !said.equals(aim)) {
            tear(found);
        }
        if (!open) {
            aim = said;
        }
        open = true;
        if (code.size() <= Scan.MOST_CHARACTERS) {
            code.write(all, at + layout.dataAt(), all[at + layout.lengthAt()] & 0xFF);
        }
        if ((all[at + layout.continuedAt()] & 1) == 0) {
            found.add(whole());
            clear();
        }
    }

    private Frame whole() {
        if (code.size() > Scan.MOST_CHARACTERS - AimIdentifier.LENGTH) {
            return new Frame.TooLong(code.size());
        }
        byte[] front = aim.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(front, front.length + code.size());
        System.arraycopy(code.toByteArray(), 0, all, front.length, code.size());
        return new Frame.Data(all);
    }

    private void tear(List<Frame> found) {
        found.add(new Frame.Torn(code.size() + held.length));
        clear();
    }

    private void clear() {
        code.reset();
        open = false;
        aim = "";
    }

    private boolean isWaiting() {
        return open || held.length > 0;
    }

    @Override
    public List<Frame> idle(long nanos) {
        List<Frame> found = new ArrayList<>();
        if (isWaiting() && nanos - lastNanos >= ScanFramer.PATIENCE.toNanos()) {
            tear(found);
            held = new byte[0];
        }
        return found;
    }

    @Override
    public Duration patience(long nanos, Duration most) {
        long left = Math.max(0, ScanFramer.PATIENCE.toNanos() - (nanos - lastNanos));
        return isWaiting() && left < most.toNanos() ? Duration.ofNanos(left) : most;
    }
}
