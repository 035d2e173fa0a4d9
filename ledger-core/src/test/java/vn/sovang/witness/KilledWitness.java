package vn.sovang.witness;

import java.nio.file.Path;
import java.time.InstantSource;
import vn.sovang.witness.Witness.Answer;

/// A witness that is killed while it works: it says what it is about to answer only afterwards.
final class KilledWitness {
    static final int SIZES = 400;

    private KilledWitness() {}

    static SmallLog log() {
        return new SmallLog("killed.example", "a", SIZES, SIZES);
    }

    public static void main(String[] arguments) throws Exception {
        var witness = Witness.open(Path.of(arguments[0]), InstantSource.system());
        var log = log();
        int from = Integer.parseInt(arguments[1]);
        for (int size = from + 1; size <= SIZES; size++) {
            if (!(witness.addCheckpoint(log.request(size - 1, size)) instanceof Answer.Cosigned)) {
                throw new IllegalStateException("not cosigned: " + size);
            }
            if (arguments.length > 2) {
                // Stored, and dead before anybody is answered.
                Runtime.getRuntime().halt(137);
            }
            System.out.println(size);
        }
    }
}
