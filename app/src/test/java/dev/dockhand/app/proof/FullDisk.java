package dev.dockhand.app.proof;

import dev.dockhand.station.journal.Disk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a journal that takes nothing more while a file lies beside it, where no test may mount a small one. */
final class FullDisk {

    private FullDisk() {}

    /**
     * The same disk with an end.
     *
     * @param full while this file exists, there is no room
     */
    static Disk over(Disk disk, Path full) {
        return wrapped(Disk.class, disk, full);
    }

    private static <T> T wrapped(Class<T> type, T real, Path full) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write") && Files.exists(full)) {
                        throw new IOException("No space left on device");
                    }
                    if (method.getName().equals("free") && Files.exists(full)) {
                        return 0L;
                    }
                    Object answer = call(real, method, arguments);
                    return answer instanceof Disk.File file ? wrapped(Disk.File.class, file, full) : answer;
                }));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
