package dev.dockhand.server.picture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells machines of the internet from those of the house, which an import must not reach through the server. */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean carriers = first == 100 && second >= 64 && second < 128;
        boolean protocols = first == 192 && second == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !carriers && !protocols && !benchmarks;
    }

    /** The internet of today is 2000::/3; what holds an address of the fourth version in it leads there. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        boolean tunnelled = first == 0x2002 || first == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        if (first == 0x0064 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B) {
            try {
                return has(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
            } catch (UnknownHostException e) {
                return false;
            }
        }
        return (first & 0xE000) == 0x2000 && !tunnelled;
    }
}
