package vn.sovang.vocabulary;

/// Votes of a council on one nomination (*kết quả bỏ phiếu*).
///
/// @param total members of the council
/// @param present members who took part
/// @param inFavour votes for
public record Ballot(int total, int present, int inFavour) {
    public Ballot {
        if (total < 1 || present < 0 || present > total) {
            throw new IllegalValue("ballot", present + " of " + total + " members present");
        }
        if (inFavour < 0 || inFavour > present) {
            throw new IllegalValue("ballot", inFavour + " votes of " + present + " present");
        }
    }
}
