/// Nominations and the lists that carry them up (*đề nghị khen thưởng, tờ trình*), Luật Thi đua,
/// khen thưởng 2022 Điều 83–84.
@NullMarked
package vn.sovang.nomination;

import org.jspecify.annotations.NullMarked;
