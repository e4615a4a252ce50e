package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.label.LabelLanguage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Firmware of the languages that are commands one behind the other with pictures among them. As a real one it takes what
 * comes in the middle of a picture for the rest of the picture, whoever sends it.
 */
final class ScriptFirmware implements Firmware {
    private static final byte[] QUESTION = {};
    private final LabelLanguage language;
    private final Panel panel;
    /** What waits its turn: labels, and between them questions, which have no bytes. */
    private final Deque<byte[]> labels = new ArrayDeque<>();

    private final ByteArrayOutputStream label = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    ScriptFirmware(LabelLanguage language, Panel panel) {
        this.language = language;
        this.panel = panel;
    }

    @Override
    public void accept(byte b) {
        pending.write(b);
    }

    @Override
    public void settle() {
        byte[] bytes = pending.toByteArray();
        int at = 0;
        int end = bytes.length == 0 ? -1 : language.commandEnd(bytes, 0);
        while (end > at) {
            command(Arrays.copyOfRange(bytes, at, end));
            at = end;
            end = at < bytes.length ? language.commandEnd(bytes, at) : -1;
        }
        if (at > 0) {
            pending.reset();
            pending.write(bytes, at, bytes.length - at);
        }
    }

    private void command(byte[] command) {
        String text = new String(command, StandardCharsets.ISO_8859_1).strip();
        State now = panel.state();
        Optional<byte[]> answer = PrinterAnswers.to(language.id(), command, text, now);
        if (answer.isPresent()) {
            panel.reply(answer.get());
        } else if (PrinterAnswers.waitsItsTurn(language.id(), command)) {
            labels.add(QUESTION);
        } else if (!text.isEmpty() || label.size() > 0) {
            label.writeBytes(command);
            if (PrinterAnswers.prints(language.id(), command, text)) {
                labels.add(label.toByteArray());
                label.reset();
            }
        }
    }

    @Override
    public void finished() {
        answerInTurn();
    }

    private void answerInTurn() {
        while (labels.peek() == QUESTION) {
            labels.poll();
            panel.reply(new byte[] {0});
        }
    }

    @Override
    public boolean partial() {
        return label.size() > 0 || pending.size() > 0;
    }

    @Override
    public int waiting() {
        return (int) labels.stream().filter(each -> each != QUESTION).count();
    }

    @Override
    public byte @Nullable [] next() {
        answerInTurn();
        return labels.poll();
    }

    @Override
    public void clear() {
        labels.clear();
        label.reset();
        pending.reset();
    }
}
