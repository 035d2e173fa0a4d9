package vn.sovang.inspection;

import java.util.List;

/// What was drawn (*mẫu kiểm tra*), in the order in which it was drawn: whoever wants five more
/// goes on where the list ends.
///
/// @param population how many there were to draw from
public record Sample(long population, List<Drawn> drawn) {
    /// One of them.
    ///
    /// @param place from 1
    /// @param position of its event in the log
    /// @param order lower-case hex of the hash by which it was drawn
    public record Drawn(int place, long position, String order) {}

    public Sample {
        drawn = List.copyOf(drawn);
    }
}
