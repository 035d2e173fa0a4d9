package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Ways to damage a path of hashes.
final class Forgeries {
    private Forgeries() {}

    static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8 % bytes.length] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    static List<Hash> inserted(List<Hash> path, int at, Hash hash) {
        var longer = new ArrayList<>(path);
        longer.add(at, hash);
        return longer;
    }

    static List<List<Hash>> eachRemoved(List<Hash> path) {
        var forged = new ArrayList<List<Hash>>();
        for (int i = 0; i < path.size(); i++) {
            var shorter = new ArrayList<>(path);
            shorter.remove(i);
            forged.add(shorter);
        }
        return forged;
    }

    static List<List<Hash>> eachSwapped(List<Hash> path) {
        var forged = new ArrayList<List<Hash>>();
        for (int i = 1; i < path.size(); i++) {
            var swapped = new ArrayList<>(path);
            Collections.swap(swapped, i - 1, i);
            forged.add(swapped);
        }
        return forged;
    }
}
