/// The rights of those whose data the ledger holds (*quyền của chủ thể dữ liệu*): restriction,
/// erasure, and the refusal of an erasure that the law on archives forbids. Pure: keys are
/// destroyed by the ledger once the decision is recorded.
@NullMarked
package vn.sovang.subject;

import org.jspecify.annotations.NullMarked;
