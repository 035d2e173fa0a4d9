package vn.sovang.api.paper;

/// A paper and how a file of it is named, without suffix.
public record Draft(Paper paper, String fileName) {}
