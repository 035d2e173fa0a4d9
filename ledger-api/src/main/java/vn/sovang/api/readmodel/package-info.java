/// The read models (*mô hình đọc*) as an administrator sees them: how far each is, why one stands
/// still, and their rebuilds, over HTTP. The command line does the same in `RebuildCommand`.
@NullMarked
package vn.sovang.api.readmodel;

import org.jspecify.annotations.NullMarked;
