/// An identity provider for tests.
@NullMarked
package vn.sovang.testing.oidc;

import org.jspecify.annotations.NullMarked;
