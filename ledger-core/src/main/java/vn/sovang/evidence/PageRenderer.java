package vn.sovang.evidence;

/// Makes the page for people (`trang.html`) of what a bundle holds. A pure function: the same
/// content gives the same bytes on every machine and in every later release, since that is how a
/// page is checked.
public interface PageRenderer {
    /// Which renderer this is. A changed word is a new version.
    int version();

    byte[] render(BundleContent content);
}
