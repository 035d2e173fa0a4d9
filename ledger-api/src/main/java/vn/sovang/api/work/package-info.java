/// Work that takes longer than an answer may (*việc chạy lâu*): accepted with 202, followed at an
/// address of its own or by server-sent events. Imports, checks and rebuilds have one shape. Proved
/// by `ImportResourceTest`.
@NullMarked
package vn.sovang.api.work;

import org.jspecify.annotations.NullMarked;
