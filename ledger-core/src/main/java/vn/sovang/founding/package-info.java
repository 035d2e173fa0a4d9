/// Opening of a log with its reference data (*mở sổ*): the catalogue and the units it starts with.
@NullMarked
package vn.sovang.founding;

import org.jspecify.annotations.NullMarked;
