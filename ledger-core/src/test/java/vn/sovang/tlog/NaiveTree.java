package vn.sovang.tlog;

import java.util.ArrayList;
import java.util.List;

/// RFC 9162 section 2.1 written down as it stands there, slow and without any cleverness, so that
/// the fast code has something independent to agree with.
final class NaiveTree {
    private NaiveTree() {}

    static Hash head(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return Hash.EMPTY_ROOT;
        }
        if (n == 1) {
            return Hash.ofLeaf(d.getFirst());
        }
        int k = largestPowerOfTwoBelow(n);
        return Hash.ofNode(head(d.subList(0, k)), head(d.subList(k, n)));
    }

    static List<Hash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = largestPowerOfTwoBelow(n);
        return m < k
                ? plus(path(m, d.subList(0, k)), head(d.subList(k, n)))
                : plus(path(m - k, d.subList(k, n)), head(d.subList(0, k)));
    }

    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(head(d));
        }
        int k = largestPowerOfTwoBelow(n);
        return m <= k
                ? plus(subproof(m, d.subList(0, k), b), head(d.subList(k, n)))
                : plus(subproof(m - k, d.subList(k, n), false), head(d.subList(0, k)));
    }

    private static int largestPowerOfTwoBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> plus(List<Hash> list, Hash last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
