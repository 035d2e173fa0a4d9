package vn.sovang.api.list;

import vn.sovang.api.door.Scope;
import vn.sovang.api.text.Messages;

/// Who reads a list.
///
/// @param scope whose rows are shown
/// @param messages words of texts and headings
public record ListReader(Scope scope, Messages messages) {}
