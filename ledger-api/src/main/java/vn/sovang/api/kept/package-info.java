/// Filters that people keep by a name (*bộ lọc đã lưu*), for themselves or for their office.
///
/// What is kept is the path of a page of ours and values for names that this page knows, read once
/// before they are kept; an address is made of them again, so no link leads anywhere else. Proved
/// by `SavedSearchesTest`; see decision 58.
@NullMarked
package vn.sovang.api.kept;

import org.jspecify.annotations.NullMarked;
