package vn.sovang.vocabulary;

/// How a sample is drawn (*cách chọn mẫu*). The sample itself is stored nowhere: whoever has the
/// log draws it again.
///
/// @param size how many are drawn; all there are, where there are fewer
public record SampleDesign(SamplePopulation population, int size, SampleSeed seed) {
    /// More files than any team reads.
    public static final int MAX_SIZE = 1_000;

    public SampleDesign {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalValue("sample size", size + ", but 1 to " + MAX_SIZE);
        }
    }
}
