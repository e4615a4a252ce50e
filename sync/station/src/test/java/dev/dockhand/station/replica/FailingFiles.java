package dev.dockhand.station.replica;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2 files of the scheme {@code failing:}, whose disk takes no byte while the switch says so. */
public final class FailingFiles extends FilePathWrapper {

    static final String SCHEME = "failing";
    static final AtomicBoolean FULL = new AtomicBoolean();

    /** H2 makes one by itself for each name. */
    public FailingFiles() {}

    static void register() {
        FilePath.register(new FailingFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Failing(super.open(mode));
    }

    private static final class Failing extends FileBaseDefault {

        private final FileChannel channel;

        Failing(FileChannel channel) {
            this.channel = channel;
        }

        private static void refuse() throws IOException {
            if (FULL.get()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            refuse();
            return channel.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return channel.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            refuse();
            channel.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            refuse();
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
