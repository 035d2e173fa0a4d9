/// Units of the state and of the base through time (*cơ quan, đơn vị, sắp xếp đơn vị hành chính*).
@NullMarked
package vn.sovang.unit;

import org.jspecify.annotations.NullMarked;
