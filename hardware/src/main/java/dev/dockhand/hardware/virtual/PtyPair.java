package dev.dockhand.hardware.virtual;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.dockhand.hardware.port.Posix;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A pair of connected pseudo-terminals in raw mode, made by the calls of POSIX. The slave is held open here too, so that
 * the device is not hung up while nobody listens.
 */
final class PtyPair {

    private static final int PATH_BYTES = 256;
    /** More than any system's termios; the calls fill and read it as a whole. */
    private static final int TERMIOS_BYTES = 512;

    private final int master;
    private final int slave;
    private final Path path;

    private PtyPair(int master, int slave, Path path) {
        this.master = master;
        this.slave = slave;
        this.path = path;
    }

    static boolean supported() {
        return Posix.available();
    }

    static PtyPair open() throws IOException {
        int master = good(
                "/dev/ptmx",
                Posix.open("/dev/ptmx", Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC));
        try {
            good("grantpt", Posix.call((arena, state) -> (int) Calls.GRANT.invokeExact(state, master)));
            good("unlockpt", Posix.call((arena, state) -> (int) Calls.UNLOCK.invokeExact(state, master)));
            String path = name(master);
            int slave = good(path, Posix.open(path, Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_CLOEXEC));
            PtyPair pair = new PtyPair(master, slave, Path.of(path));
            pair.makeRaw();
            return pair;
        } catch (IOException e) {
            Posix.close(master);
            throw e;
        }
    }

    private static String name(int master) throws IOException {
        StringBuilder name = new StringBuilder();
        good("ptsname_r", -Posix.call((arena, state) -> {
            MemorySegment buffer = arena.allocate(PATH_BYTES);
            int error = (int) Calls.NAME.invokeExact(state, master, buffer, (long) PATH_BYTES);
            name.append(buffer.getString(0));
            return error;
        }));
        return name.toString();
    }

    private void makeRaw() throws IOException {
        int fd = slave;
        good("tcsetattr", Posix.call((arena, state) -> {
            MemorySegment termios = arena.allocate(TERMIOS_BYTES, 8);
            int got = (int) Calls.GET_ATTRIBUTES.invokeExact(state, fd, termios);
            if (got < 0) {
                return got;
            }
            Calls.MAKE_RAW.invokeExact(state, termios);
            return (int) Calls.SET_ATTRIBUTES.invokeExact(state, fd, 0, termios);
        }));
    }

    private static int good(String what, int result) throws IOException {
        if (result < 0) {
            throw new IOException(what + " failed, error " + -result);
        }
        return result;
    }

    int master() {
        return master;
    }

    Path path() {
        return path;
    }

    void closeSlave() {
        Posix.close(slave);
    }

    /** Looked up only where the system has them. */
    private static final class Calls {
        static final MethodHandle GRANT = Posix.function("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        static final MethodHandle UNLOCK = Posix.function("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        static final MethodHandle NAME =
                Posix.function("ptsname_r", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
        static final MethodHandle GET_ATTRIBUTES =
                Posix.function("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
        static final MethodHandle SET_ATTRIBUTES =
                Posix.function("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        static final MethodHandle MAKE_RAW = Posix.function("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    }
}
