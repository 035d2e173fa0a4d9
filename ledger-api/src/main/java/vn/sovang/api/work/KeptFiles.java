package vn.sovang.api.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The files of the last works, for whoever has to put theirs right. Safe for any number of
/// threads.
@Component
class KeptFiles {
    /// A gigabyte of the largest files allowed.
    private static final int MOST = 20;

    /// By work, the oldest first; guarded by itself.
    private final Map<UUID, KeptFile> files = new LinkedHashMap<>();

    void keep(UUID work, KeptFile file) {
        synchronized (files) {
            var before = files.put(work, file);
            if (before != null) {
                before.delete();
            }
            while (files.size() > MOST) {
                drop(files.keySet().iterator().next());
            }
        }
    }

    /// Lets a file go that nobody needs any more.
    void drop(UUID work) {
        synchronized (files) {
            var file = files.remove(work);
            if (file != null) {
                file.delete();
            }
        }
    }

    boolean has(UUID work, String user) {
        synchronized (files) {
            var file = files.get(work);
            return file != null && file.isOf(user);
        }
    }

    /// The file of a work.
    ///
    /// @throws Failure `IMPORT_FILE_GONE` if it is not kept any more, or is somebody else's
    KeptFile of(UUID work, String user) {
        synchronized (files) {
            var file = files.get(work);
            if (file == null || !file.isOf(user)) {
                throw Failure.of(FailureCode.IMPORT_FILE_GONE);
            }
            return file;
        }
    }
}
