package vn.sovang.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import vn.sovang.tlog.Checkpoint;
import vn.sovang.tlog.SignedNote;
import vn.sovang.witness.Witness.Answer;

/// One of two processes on one witness's folder. For each log it asks for a cosignature of its own
/// variant, from four threads, and prints what was cosigned.
final class RacingWitness {
    static final int LOGS = 12;

    private RacingWitness() {}

    static String origin(int log) {
        return "race.example/" + log;
    }

    static SmallLog log(int log, String variant) {
        return new SmallLog(origin(log), variant, 3, 0);
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("ready");
        System.in.read();
        race(Path.of(arguments[0]), arguments[1]).forEach(System.out::println);
    }

    /// @return origin, size and root of what was cosigned, a line each
    static List<String> race(Path folder, String process) throws Exception {
        var witness = Witness.open(folder, InstantSource.system());
        var cosigned = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < LOGS; i++) {
                int number = i;
                var tasks = new ArrayList<Callable<List<String>>>();
                for (int t = 0; t < 4; t++) {
                    var variant = process + t % 2;
                    tasks.add(() -> ask(witness, log(number, variant)));
                }
                for (var done : threads.invokeAll(tasks)) {
                    cosigned.addAll(done.get());
                }
            }
        }
        return cosigned;
    }

    private static List<String> ask(Witness witness, SmallLog log) throws IOException {
        var cosigned = new ArrayList<String>();
        for (int size = 1; size <= 3; size++) {
            if (witness.addCheckpoint(log.request(size - 1, size)) instanceof Answer.Cosigned) {
                cosigned.add(line(log.checkpoint(size)));
            }
        }
        return cosigned;
    }

    private static String line(SignedNote note) {
        var checkpoint = Checkpoint.of(note);
        return checkpoint.origin() + " " + checkpoint.size() + " " + checkpoint.root();
    }
}
