package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture, by what it holds: whoever has bytes can tell whether they are this picture.
 *
 * @param value the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 */
public record PictureId(@JsonValue String value) implements Identifier {

    /** The largest picture, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    /** Checks the text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PictureId {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a picture is named by 64 hexadecimal digits");
        }
    }

    /** The picture that these bytes are. */
    public static PictureId of(byte[] bytes) {
        try {
            return new PictureId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
