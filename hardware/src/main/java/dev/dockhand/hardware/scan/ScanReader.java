package dev.dockhand.hardware.scan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes a scan of what one scanner sent, or says why not.
 *
 * <p>Bytes are UTF-8 when they are valid UTF-8, as most scanners send Korean text of QR codes; otherwise each byte is one
 * character (ISO-8859-1), so that none is lost. A code with a control character other than GS is refused, never cleaned:
 * leaving characters out could turn it into another valid code.
 */
public final class ScanReader {

    private static final char GS = '\u001d';

    private final String device;
    private final LongSupplier sequence;
    private final InstantSource clock;

    /**
     * A reader for one scanner.
     *
     * @param device what the scanner is called
     * @param sequence gives the next number; shared by all scanners of a station
     * @param clock gives the time of each scan
     */
    public ScanReader(String device, LongSupplier sequence, InstantSource clock) {
        this.device = device;
        this.sequence = sequence;
        this.clock = clock;
    }

    /** Reads what a framer found. */
    public ScanEvent read(Frame frame) {
        return switch (frame) {
            case Frame.Data data -> event(text(data.bytes()), false);
            case Frame.TooLong tooLong -> refused(RefusedScan.Reason.TOO_LONG, tooLong.bytes() + " bytes");
            case Frame.Torn torn -> refused(RefusedScan.Reason.TORN, torn.bytes() + " bytes without an end");
        };
    }

    /** Reads what a keyboard scanner typed; turns it back when a Korean layout was on. */
    public ScanEvent read(WedgeBurst.Outcome outcome) {
        return switch (outcome) {
            case WedgeBurst.Burst burst -> typed(burst.text());
            case WedgeBurst.TooLong tooLong ->
                refused(RefusedScan.Reason.TOO_LONG, tooLong.characters() + " characters");
            case WedgeBurst.Torn torn ->
                refused(RefusedScan.Reason.TORN, torn.text().length() + " characters");
        };
    }

    private ScanEvent typed(String text) {
        return Hangul.isIn(text) ? event(folded(Hangul.toQwerty(text)), true) : event(text, false);
    }

    /** The layout lost the case of most letters, so all become capitals; an AIM identifier stays as it is. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = AimIdentifier.at(text).isPresent() ? AimIdentifier.LENGTH : 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'a' && c <= 'z') {
                folded.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return folded.toString();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private ScanEvent event(String all, boolean repaired) {
        Optional<AimIdentifier> aim = AimIdentifier.at(all);
        String text = aim.isPresent() ? all.substring(AimIdentifier.LENGTH) : all;
        if (text.isEmpty()) {
            return refused(RefusedScan.Reason.EMPTY, "nothing follows the AIM identifier");
        }
        if (text.length() > Scan.MOST_CHARACTERS) {
            return refused(RefusedScan.Reason.TOO_LONG, text.length() + " characters");
        }
        Optional<Integer> control = control(text);
        return control.isPresent()
                ? refused(RefusedScan.Reason.CONTROL_CHARACTER, "character %02X".formatted(control.get()))
                : new Scan(sequence.getAsLong(), device, clock.instant(), text, aim.orElse(null), repaired);
    }

    private static Optional<Integer> control(String text) {
        return text.chars()
                .filter(c -> Character.isISOControl(c) && c != GS)
                .boxed()
                .findFirst();
    }

    private RefusedScan refused(RefusedScan.Reason reason, String detail) {
        return new RefusedScan(sequence.getAsLong(), device, clock.instant(), reason, detail);
    }
}
