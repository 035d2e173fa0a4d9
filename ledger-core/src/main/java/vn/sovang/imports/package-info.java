/// Taking in a whole file of signed papers and office lists (*nhập hồ sơ*): all of it or nothing
/// (R17). What a paper says against a rule is kept as found when a reason is given (R1), refused
/// with sheet and row otherwise.
@NullMarked
package vn.sovang.imports;

import org.jspecify.annotations.NullMarked;
