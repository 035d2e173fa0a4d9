/// Those who are honoured (*cá nhân, tập thể, hộ gia đình*), with identity sealed from the first
/// event (R11).
@NullMarked
package vn.sovang.recipient;

import org.jspecify.annotations.NullMarked;
