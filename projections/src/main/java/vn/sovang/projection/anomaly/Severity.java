package vn.sovang.projection.anomaly;

/// How much a finding weighs (*mức độ*), the heaviest first.
public enum Severity {
    /// If nobody explains it, an act is void or money is owed (*dấu hiệu vi phạm*).
    SERIOUS(1),
    /// The law was not kept, or the paper is wrong, without harm to anybody by itself (*cần giải
    /// trình*).
    NOTICE(2),
    /// Nothing wrong in itself; whoever looks at a file wants to know (*lưu ý*).
    INFO(3);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /// Place in lists, 1 first.
    int weight() {
        return weight;
    }
}
