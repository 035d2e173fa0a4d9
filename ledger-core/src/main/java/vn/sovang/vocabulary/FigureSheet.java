package vn.sovang.vocabulary;

/// The figures of a report as a whole (*bảng số liệu*); the figures themselves follow in parts.
///
/// @param figures how many
/// @param parts how many events hold them
/// @param sha256 lower-case hex of their canonical form, one line a figure
public record FigureSheet(int figures, int parts, String sha256) {}
