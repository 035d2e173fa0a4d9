/// Lists (*danh sách*) in one shape: a page of one for programs, the whole of one as a file, the
/// same at the terminal. What a list is — its filters, where its rows come from, their form, their
/// columns — stands once, in its [vn.sovang.api.list.Listing].
@NullMarked
package vn.sovang.api.list;

import org.jspecify.annotations.NullMarked;
