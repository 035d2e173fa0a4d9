/// What a data subject is told (*thông báo cho chủ thể dữ liệu*).
@NullMarked
package vn.sovang.api.privacy;

import org.jspecify.annotations.NullMarked;
