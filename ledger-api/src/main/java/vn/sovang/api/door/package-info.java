/// Who may come in, and what for (*đăng nhập, phân quyền*).
///
/// One table says which role may call which address: `door/permissions.txt`, read by [Permissions].
/// What is not in it is refused. [Door] puts it before every handler, and nothing else in the
/// program asks for a role; what a handler needs to know about its caller comes to it as a
/// [SignedIn]. Local accounts are in [Accounts], apart from both logs: who may sign in changes, and
/// nothing is proved by it; that somebody signed in, or was turned away, is in the access log.
///
/// Proved by `PermissionsTest` (every role × every address) and `SignInTest`.
@NullMarked
package vn.sovang.api.door;

import org.jspecify.annotations.NullMarked;
