package dev.dockhand.hardware.scan;

import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.NormalText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes a scan of what one scanner sent, or says why not.
 *
 * <p>Bytes are text of the scanner's charset where one is set, else UTF-8, as most scanners send Korean text of QR codes;
 * what is neither is refused, because a guess would be another code. Blanks and Tabs around a code belong to the scanner.
 * A code with a control character other than GS is refused, never cleaned: leaving characters out could turn it into
 * another valid code. What can be an identifier comes in the one form of identifiers.
 */
public final class ScanReader {

    private static final char GS = '\u001d';

    private final String device;
    private final LongSupplier sequence;
    private final InstantSource clock;
    private final Charset charset;

    /**
     * A reader for a scanner that sends UTF-8.
     *
     * @param device what the scanner is called
     * @param sequence gives the next number; shared by all scanners of a station
     * @param clock gives the time of each scan
     */
    public ScanReader(String device, LongSupplier sequence, InstantSource clock) {
        this(device, sequence, clock, StandardCharsets.UTF_8);
    }

    /**
     * A reader for one scanner.
     *
     * @param charset what the scanner's bytes are, as it is set up
     */
    public ScanReader(String device, LongSupplier sequence, InstantSource clock, Charset charset) {
        this.device = device;
        this.sequence = sequence;
        this.clock = clock;
        this.charset = charset;
    }

    /** Reads what a framer found. */
    public ScanEvent read(Frame frame) {
        return switch (frame) {
            case Frame.Data data ->
                text(data.bytes(), charset)
                        .or(() -> text(data.bytes(), StandardCharsets.UTF_8))
                        .map(text -> event(text, false))
                        .orElseGet(() -> refused(RefusedScan.Reason.NOT_UTF8, "bytes that are no " + charset));
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

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private ScanEvent event(String sent, boolean repaired) {
        String all = stripped(sent);
        Optional<AimIdentifier> aim = AimIdentifier.at(all);
        String text = stripped(aim.isPresent() ? all.substring(AimIdentifier.LENGTH) : all);
        if (text.isEmpty()) {
            return refused(RefusedScan.Reason.EMPTY, aim.isPresent() ? "nothing follows the AIM identifier" : "blanks");
        }
        if (text.length() > Scan.MOST_CHARACTERS) {
            return refused(RefusedScan.Reason.TOO_LONG, text.length() + " characters");
        }
        Optional<Integer> control = control(text);
        if (control.isPresent()) {
            return refused(RefusedScan.Reason.CONTROL_CHARACTER, "character %02X".formatted(control.get()));
        }
        String normal = Identifier.read(text, NormalText::identifier).orElse(text);
        return normal.isEmpty()
                ? refused(RefusedScan.Reason.EMPTY, "nothing that can be seen")
                : new Scan(sequence.getAsLong(), device, clock.instant(), normal, aim.orElse(null), repaired);
    }

    /** Without the blanks and Tabs that a scanner adds; GS, which Java counts as a blank, stays. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == '\t' || c == '\r' || c == '\n' || c == '\ufeff' || Character.isSpaceChar(c);
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
