package dev.dockhand.hardware.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames that are told by their form, for protocols whose delimiters may stand inside a frame. A byte at which no form can
 * begin is garbage; garbage is handed on in one piece, so that somebody can look at it, and the next frame begins behind
 * it. It waits for more bytes only while what is there is the beginning of some form.
 *
 * <p>Where the line hands over whole frames, a read may be longer than its frame; what is then behind the frame and cannot
 * begin another is left out in silence.
 */
final class PatternFramer implements Framer {

    private final ScaleProfile.Framing framing;
    private final List<Matcher> forms;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder garbage = new StringBuilder();
    private boolean behindFrame;

    PatternFramer(ScaleProfile.Framing framing, List<Pattern> forms) {
        this.framing = framing;
        this.forms = forms.stream().map(form -> form.matcher("")).toList();
    }

    @Override
    public void reset() {
        raw.setLength(0);
        text.setLength(0);
        garbage.setLength(0);
        behindFrame = false;
    }

    @Override
    public List<RawFrame> accept(byte[] bytes) {
        List<RawFrame> frames = new ArrayList<>(1);
        if (framing.whole() && isWhole(bytes)) {
            // What was left over before cannot be the beginning of it.
            garbage.append(raw);
            drop(raw.length());
            flush(frames);
        }
        for (byte b : bytes) {
            raw.append((char) (b & 0xFF));
            text.append((char) (b & (framing.sevenBit() ? 0x7F : 0xFF)));
            cut(frames);
        }
        return frames;
    }

    private boolean isWhole(byte[] bytes) {
        String piece = RawFrame.of(bytes).latin1();
        int at = 0;
        while (at < piece.length()) {
            int from = at;
            at = forms.stream()
                    .map(form -> form.reset(piece).region(from, piece.length()))
                    .filter(form -> form.lookingAt() && form.end() > from)
                    .mapToInt(Matcher::end)
                    .findFirst()
                    .orElse(from > 0 && !mayBegin(piece.charAt(from)) ? from + 1 : Integer.MAX_VALUE);
        }
        return at == piece.length() && at > 0;
    }

    private boolean mayBegin(char first) {
        return forms.stream()
                .map(form -> form.reset(String.valueOf(first)))
                .anyMatch(form -> form.lookingAt() || form.hitEnd());
    }

    private void cut(List<RawFrame> frames) {
        while (!text.isEmpty()) {
            boolean mayGrow = false;
            OptionalInt whole = OptionalInt.empty();
            for (Matcher form : forms) {
                form.reset(text);
                if (form.lookingAt() && form.end() > 0) {
                    whole = OptionalInt.of(form.end());
                    break;
                }
                mayGrow |= form.hitEnd();
            }
            if (whole.isPresent()) {
                flush(frames);
                frames.add(new RawFrame(raw.substring(0, whole.getAsInt())));
                drop(whole.getAsInt());
                behindFrame = framing.whole();
            } else if (behindFrame && !mayGrow && text.length() == 1) {
                drop(1);
            } else if (mayGrow && text.length() < framing.maxLength()) {
                return;
            } else {
                skip(frames);
            }
        }
    }

    private void skip(List<RawFrame> frames) {
        char skipped = text.charAt(0);
        behindFrame = false;
        garbage.append(raw.charAt(0));
        drop(1);
        if (skipped == framing.end() || garbage.length() >= framing.maxLength()) {
            flush(frames);
        }
    }

    private void drop(int count) {
        raw.delete(0, count);
        text.delete(0, count);
    }

    private void flush(List<RawFrame> frames) {
        if (!garbage.isEmpty()) {
            frames.add(new RawFrame(garbage.toString()));
            garbage.setLength(0);
        }
    }
}
