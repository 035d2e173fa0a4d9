/// Workbooks good and bad.
@NullMarked
package vn.sovang.api.imports;

import org.jspecify.annotations.NullMarked;
