package dev.dockhand.model.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in whatever charset it was saved: what it is told to be, else by its byte order mark, else UTF-8, else
 * UTF-16 by its zero bytes, else CP949 where it reads as Korean. What fits none of these is refused, not guessed.
 *
 * @param text the text, without a byte order mark
 * @param charset name of its charset as people know it
 */
public record FileText(String text, String charset) {

    /** Knows all of Hangul, unlike EUC-KR proper, of which it is a superset. Excel in Korea saves CSV so. */
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private static final Set<String> KOREAN =
            Set.of("cp949", "ms949", "windows-949", "x-windows-949", "uhc", "euc-kr", "euckr", "ks_c_5601-1987");
    private static final char END_OF_FILE = 0x1A;
    private static final int LOOKED_AT = 4096;
    private static final double MOSTLY = 0.75;

    /**
     * Reads a file.
     *
     * @param charset name of its charset where that was told; else it is found out
     * @throws UnreadableFileException when it is in no charset that is known
     */
    public static FileText of(byte[] file, @Nullable String charset) {
        if (charset != null) {
            Charset told = charset(charset);
            return decoded(file, told)
                    .orElseThrow(() -> new UnreadableFileException(
                            "BAD_CHARSET",
                            "the file is not %s; name its charset, or leave it out".formatted(name(told))));
        }
        Charset marked = marked(file);
        Charset wide = marked == null ? zerosSay(file) : marked;
        return decoded(file, wide == null ? StandardCharsets.UTF_8 : wide)
                .or(() -> wide == null && looksKorean(file) ? decoded(file, CP949) : Optional.empty())
                .orElseThrow(() -> new UnreadableFileException(
                        "NOT_UTF8",
                        "the file is neither UTF-8 nor UTF-16 nor Korean CP949; name its charset (--charset), or save"
                                + " it as \"CSV UTF-8\""));
    }

    /**
     * The charset of that name, as people write it.
     *
     * @throws UnreadableFileException when there is none
     */
    private static Charset charset(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (KOREAN.contains(plain)) {
            return CP949;
        }
        try {
            return Charset.forName(plain);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFileException("BAD_CHARSET", "this charset is not known; UTF-8, UTF-16 and CP949 are");
        }
    }

    private static Optional<FileText> decoded(byte[] file, Charset charset) {
        return reads(file, charset)
                ? Optional.of(new FileText(withoutMarks(new String(file, charset)), name(charset)))
                : Optional.empty();
    }

    /** Whether it reads, found out piece by piece: a decoder that keeps what it read takes several times the file. */
    private static boolean reads(byte[] file, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer piece = CharBuffer.allocate(LOOKED_AT);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            piece.clear();
            result = decoder.decode(in, piece, true);
        }
        return result.isUnderflow();
    }

    /** Without the byte order mark in front, and what old programs write to end a file. */
    private static String withoutMarks(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == END_OF_FILE || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(text.startsWith("\uFEFF") ? 1 : 0, end);
    }

    private static String name(Charset charset) {
        return charset.equals(CP949) ? "CP949" : charset.name();
    }

    private static @Nullable Charset marked(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(file, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    /** Half of the bytes of a header in UTF-16 are zero; no other text has any. */
    private static @Nullable Charset zerosSay(byte[] file) {
        int[] zeros = new int[2];
        int length = Math.min(file.length, LOOKED_AT);
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += file[i] == 0 ? 1 : 0;
        }
        if (Math.max(zeros[0], zeros[1]) <= length / 8) {
            return null;
        }
        return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /**
     * Whether what is not ASCII is mostly the Hangul that words are made of (KS X 1001, rows 16 to 40). Nearly any pair of
     * high bytes is some character of CP949, so that it decodes alone says nothing. Signs, as that of millilitres, say nothing
     * either.
     */
    private static boolean looksKorean(byte[] file) {
        int pairs = 0;
        int hangul = 0;
        for (int i = 0; i < file.length; i++) {
            int lead = file[i] & 0xFF;
            if (lead >= 0x80) {
                i++;
                int trail = i < file.length ? file[i] & 0xFF : 0;
                boolean sign = lead >= 0xA1 && lead <= 0xAC && trail >= 0xA1;
                pairs += sign ? 0 : 1;
                hangul += lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 ? 1 : 0;
            }
        }
        return hangul > 0 && hangul >= pairs * MOSTLY;
    }
}
