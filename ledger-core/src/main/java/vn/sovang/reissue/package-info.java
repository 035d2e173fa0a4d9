/// Re-issue cases (*cấp đổi, cấp lại, cấp mới*): three kinds with different grounds and gates, NĐ
/// 98/2023/NĐ-CP Điều 114–115.
@NullMarked
package vn.sovang.reissue;

import org.jspecify.annotations.NullMarked;
