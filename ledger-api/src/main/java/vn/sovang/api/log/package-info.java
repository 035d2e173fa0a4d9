/// The log as others verify it (*điểm chốt sổ*): what C2SP tlog clients ask for, byte for byte.
@NullMarked
package vn.sovang.api.log;

import org.jspecify.annotations.NullMarked;
