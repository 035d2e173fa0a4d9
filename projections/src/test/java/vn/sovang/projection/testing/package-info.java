/// What the tests of read models share: a real log to write to, and facts in few words.
@NullMarked
package vn.sovang.projection.testing;

import org.jspecify.annotations.NullMarked;
