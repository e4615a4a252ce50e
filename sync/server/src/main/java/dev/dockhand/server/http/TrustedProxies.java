package dev.dockhand.server.http;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proxies whose header {@code X-Forwarded-For} is believed. Anybody can send that header; only what such a proxy added at its end
 * says who asked it.
 *
 * @param addresses of the proxies
 */
public record TrustedProxies(Set<InetAddress> addresses) {

    /** Nobody is in between, or nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(Set.of());

    /** Copies the set. */
    public TrustedProxies {
        addresses = Set.copyOf(addresses);
    }

    /**
     * Reads addresses with commas between them; the text may be empty.
     *
     * @throws IllegalArgumentException when one is no network address; names are not looked up
     */
    public static TrustedProxies of(String text) {
        Set<InetAddress> found = new HashSet<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                found.add(InetAddress.ofLiteral(part.strip()));
            }
        }
        return new TrustedProxies(found);
    }

    /**
     * Who asks: the last address that no trusted proxy has, read from behind.
     *
     * @param peer who holds the other end of the connection
     * @param forwarded values of the header, in order
     */
    String caller(InetAddress peer, List<String> forwarded) {
        InetAddress caller = peer;
        List<String> hops = List.of(String.join(",", forwarded).split(",", -1));
        for (int i = hops.size() - 1; i >= 0 && addresses.contains(caller); i--) {
            try {
                caller = InetAddress.ofLiteral(host(hops.get(i).strip()));
            } catch (IllegalArgumentException e) {
                // It names nobody: counted is who sent it.
                return caller.getHostAddress();
            }
        }
        return caller.getHostAddress();
    }

    /** Some proxies add a port: {@code 10.0.0.7:5123}, {@code [2001:db8::7]:5123}. */
    private static String host(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
