/// Looking for things (*tra cứu*): a box on every page, a resource for programs. What is found is
/// shown with what the register knows of it; names of recipients are sealed and in no answer (R11).
///
/// Proved by `SearchPageTest` and `SearchResourceTest`.
@NullMarked
package vn.sovang.api.search;

import org.jspecify.annotations.NullMarked;
