package vn.sovang.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time, across threads and across processes.
///
/// The system's file lock belongs to the process, so threads of one process need a lock of their
/// own in front of it. The lock file stays; it is never the file that is replaced under the lock.
final class FileLocks {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private FileLocks() {}

    /// What is done alone.
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /// @param file the lock file, made if it is not there
    static <T> T alone(Path file, Work<T> work) throws IOException {
        var folder = file.toAbsolutePath().resolveSibling("").toRealPath();
        var path = folder.resolve(file.getFileName());
        var lock = THREADS.computeIfAbsent(path, p -> new ReentrantLock());
        lock.lock();
        try (var channel =
                        FileChannel.open(
                                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assert held.isValid();
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
