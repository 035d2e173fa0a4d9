/// A running service and a browser for the tests of this module.
@NullMarked
package vn.sovang.api.testing;

import org.jspecify.annotations.NullMarked;
