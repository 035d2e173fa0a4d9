/// Administration in the browser (*quản trị*): accounts, keys, and the way to everything else that
/// whoever runs the service looks after. Does what the command line does, through the same classes;
/// what needs files or secrets stays there, and the pages say so.
@NullMarked
package vn.sovang.api.administration;

import org.jspecify.annotations.NullMarked;
