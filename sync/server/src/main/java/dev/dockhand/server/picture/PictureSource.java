package dev.dockhand.server.picture;

import dev.dockhand.model.id.NormalText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a picture comes from: an http or https address, or the name of a file that is uploaded. Names are the same in capitals
 * and small letters.
 *
 * @param value the address, or the name in small letters
 */
public record PictureSource(String value) {

    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_NAME = 100;

    /** Checks the text and brings it to its one form. */
    public PictureSource {
        String text = NormalText.line(value);
        value = text.contains("://") ? address(text) : name(text);
    }

    private static String address(String text) {
        URI uri;
        try {
            uri = new URI(text).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("must begin with http:// or https://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("names no machine");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("holds a user name or password, which an address of a picture may not");
        }
        String plain = uri.toASCIIString();
        if (plain.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("has more than %,d characters".formatted(LONGEST_ADDRESS));
        }
        return plain;
    }

    private static String name(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("must be an address, or a file name of at most 100 characters");
        }
        if (text.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("must be an address with http:// or https://, or a file name alone");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether it is fetched, and not uploaded. */
    public boolean isAddress() {
        return value.contains("://");
    }

    /** As it may stand in a log or an answer: an address without its query, which may hold a key. */
    public String shown() {
        int query = isAddress() ? value.indexOf('?') : -1;
        return query < 0 ? value : value.substring(0, query) + "?…";
    }

    @Override
    public String toString() {
        return shown();
    }
}
