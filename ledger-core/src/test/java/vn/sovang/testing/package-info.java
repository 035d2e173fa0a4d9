/// What tests of every module share: real databases, made quickly. Published as the test-jar.
@NullMarked
package vn.sovang.testing;

import org.jspecify.annotations.NullMarked;
