package dev.dockhand.server.picture;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.picture.BadPictureException.Reason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A picture that a station can show. What it is called, and what its sender says it is, counts for nothing.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param bytes all of it
 * @param width in pixels
 * @param height in pixels
 */
record Picture(String mediaType, byte[] bytes, int width, int height) {

    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";

    private static final byte[] PNG_SIGN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int PNG_CHUNK = 12;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;

    private static final int MARK = 0xFF;
    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int PRINTING_COLOURS = 4;

    private static final int LONGEST_SIDE = 4096;
    private static final int MOST_PIXELS = 12_000_000;

    PictureId id() {
        return PictureId.of(bytes);
    }

    /** Takes bytes for a picture, or says why they are none. */
    static Picture read(byte[] bytes) throws BadPictureException {
        if (bytes.length > PictureId.LARGEST) {
            throw tooLarge("it has more than %,d bytes".formatted(PictureId.LARGEST));
        }
        if (bytes.length >= PNG_SIGN.length && Arrays.equals(PNG_SIGN, Arrays.copyOf(bytes, PNG_SIGN.length))) {
            return png(bytes);
        }
        if (bytes.length > 2 && at(bytes, 0) == MARK && at(bytes, 1) == 0xD8) {
            return jpeg(bytes);
        }
        throw new BadPictureException(Reason.PICTURE_KIND, "it is neither a PNG nor a JPEG");
    }

    private static Picture png(byte[] bytes) throws BadPictureException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int width = 0;
        int height = 0;
        for (int at = PNG_SIGN.length; at + PNG_CHUNK <= bytes.length; ) {
            int length = in.getInt(at);
            int kind = in.getInt(at + 4);
            if (length < 0 || length > bytes.length - at - PNG_CHUNK) {
                throw damaged("it ends before its end");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            if ((int) sum.getValue() != in.getInt(at + 8 + length)) {
                throw damaged("a checksum in it is wrong");
            }
            if (at == PNG_SIGN.length) {
                if (kind != IHDR || length != 13) {
                    throw damaged("it does not begin with its size");
                }
                width = in.getInt(at + 8);
                height = in.getInt(at + 12);
            } else if (kind == IEND) {
                return sized(PNG, bytes, width, height);
            }
            at += PNG_CHUNK + length;
        }
        throw damaged("it ends before its end");
    }

    private static Picture jpeg(byte[] bytes) throws BadPictureException {
        int width = 0;
        int height = 0;
        int at = 2;
        while (at + 4 <= bytes.length && at(bytes, at) == MARK) {
            int marker = at(bytes, at + 1);
            if (marker == MARK) {
                at++;
                continue;
            }
            int length = at(bytes, at + 2) << 8 | at(bytes, at + 3);
            if (length < 2 || at + 2 + length > bytes.length) {
                throw damaged("it ends before its end");
            }
            if (isFrame(marker)) {
                if (marker > PROGRESSIVE || length < 8 || at(bytes, at + 4) != 8) {
                    throw new BadPictureException(Reason.PICTURE_KIND, "it is a JPEG of a kind that few programs read");
                }
                if (at(bytes, at + 9) == PRINTING_COLOURS) {
                    throw new BadPictureException(
                            Reason.PICTURE_CMYK, "it is made of four printing colours; save it as RGB");
                }
                height = at(bytes, at + 5) << 8 | at(bytes, at + 6);
                width = at(bytes, at + 7) << 8 | at(bytes, at + 8);
            } else if (marker == START_OF_SCAN) {
                return ended(bytes, at + 2 + length) ? sized(JPEG, bytes, width, height) : refuseCut();
            }
            at += 2 + length;
        }
        return refuseCut();
    }

    /** Start of frame, but for the tables that share its numbers. */
    private static boolean isFrame(int marker) {
        return marker >= BASELINE && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Some programs write more behind the end. */
    private static boolean ended(byte[] bytes, int from) {
        for (int at = bytes.length - 2; at >= from; at--) {
            if (at(bytes, at) == MARK && at(bytes, at + 1) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    private static Picture refuseCut() throws BadPictureException {
        throw damaged("it ends before its end");
    }

    private static Picture sized(String mediaType, byte[] bytes, int width, int height) throws BadPictureException {
        if (width < 1 || height < 1) {
            throw damaged("it says no size");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw tooLarge("it has %,d x %,d pixels; at most %,d a side and %,d altogether"
                    .formatted(width, height, LONGEST_SIDE, MOST_PIXELS));
        }
        return new Picture(mediaType, bytes, width, height);
    }

    private static BadPictureException damaged(String why) {
        return new BadPictureException(Reason.PICTURE_DAMAGED, why);
    }

    private static BadPictureException tooLarge(String why) {
        return new BadPictureException(Reason.PICTURE_TOO_LARGE, why);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
