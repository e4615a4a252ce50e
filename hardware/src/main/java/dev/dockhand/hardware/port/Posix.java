package dev.dockhand.hardware.port;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/**
 * The few calls of the C library that bounded reads and writes on a device file need. Linux only; constants are those of
 * the generic Linux ABI (x86-64, AArch64). Every call gives the result, or the negated error number when it failed.
 */
public final class Posix {

    /** Open for reading and writing. */
    public static final int O_RDWR = 2;
    /** Open for writing only. */
    public static final int O_WRONLY = 1;
    /** Open for reading only. */
    public static final int O_RDONLY = 0;
    /** Never become the controlling terminal. */
    public static final int O_NOCTTY = 0x100;
    /** Write at the end of a plain file. */
    public static final int O_APPEND = 0x400;
    /** Never block. */
    public static final int O_NONBLOCK = 0x800;
    /** Not for child processes. */
    public static final int O_CLOEXEC = 0x80000;

    /** Bytes can be read. */
    public static final int POLLIN = 1;
    /** Bytes can be written. */
    public static final int POLLOUT = 4;
    /** The device reports an error. */
    public static final int POLLERR = 8;
    /** The other end is gone. */
    public static final int POLLHUP = 16;

    /** Not permitted. */
    public static final int EPERM = 1;
    /** No such file. */
    public static final int ENOENT = 2;
    /** Interrupted by a signal. */
    public static final int EINTR = 4;
    /** Try again. */
    public static final int EAGAIN = 11;
    /** Permission denied. */
    public static final int EACCES = 13;
    /** Device busy. */
    public static final int EBUSY = 16;
    /** No space left, or no paper. */
    public static final int ENOSPC = 28;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    private Posix() {}

    /** Whether the calls can be used on this machine. */
    public static boolean available() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
                && ADDRESS.byteSize() == Long.BYTES;
    }

    /** A function of the C library; its first argument takes the place for the error number. */
    // The C library is the one library whose signatures are fixed by POSIX; nothing else is bound.
    @SuppressWarnings("restricted")
    public static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker.Option[] all = new Linker.Option[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, all);
    }

    /** Runs one call with a place for its error number. */
    public static int call(Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.with(arena, state);
            return result < 0 ? -(int) ERRNO.get(state, 0L) : (int) result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library failed", e);
        }
    }

    /** Opens a file; gives its descriptor. */
    public static int open(String path, int flags) {
        return call((arena, state) -> (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags));
    }

    /** Closes a descriptor. */
    public static int close(int fd) {
        return call((arena, state) -> (int) CLOSE.invokeExact(state, fd));
    }

    /** Reads into the segment; gives the number of bytes, 0 at the end. */
    public static int read(int fd, MemorySegment into) {
        return call((arena, state) -> (long) READ.invokeExact(state, fd, into, into.byteSize()));
    }

    /** Writes a part of the bytes; gives how many were taken. */
    public static int write(int fd, byte[] bytes, int from, int length) {
        return call((arena, state) -> {
            MemorySegment out = arena.allocate(length);
            MemorySegment.copy(bytes, from, out, ValueLayout.JAVA_BYTE, 0, length);
            return (long) WRITE.invokeExact(state, fd, out, (long) length);
        });
    }

    /** Waits for events; gives the bits that happened, 0 when the time passed. */
    public static int poll(int fd, int events, int millis) {
        return call((arena, state) -> {
            MemorySegment set = arena.allocate(8, 4);
            set.set(JAVA_INT, 0, fd);
            set.set(JAVA_SHORT, 4, (short) events);
            int result = (int) POLL.invokeExact(state, set, 1L, millis);
            return result > 0 ? set.get(JAVA_SHORT, 6) : result;
        });
    }

    /** One call of the C library. */
    @FunctionalInterface
    public interface Call {
        /** Makes the call with short-lived memory and the place for the error number. */
        // MethodHandle.invokeExact is declared to throw Throwable.
        long with(Arena arena, MemorySegment state) throws Throwable;
    }
}
