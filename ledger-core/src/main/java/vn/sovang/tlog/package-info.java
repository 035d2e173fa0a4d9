@NullMarked
package vn.sovang.tlog;

import org.jspecify.annotations.NullMarked;
