/// The command line (*dòng lệnh*): `serve`, `demo`, `import`, `statistics`.
///
/// Each command opens an [vn.sovang.api.Installation], does its work without Spring (but for the
/// two that serve) and answers an exit code: 0 done, 1 refused or tampered with, 2 wrong usage, 3
/// input or output failed. Help and messages are Vietnamese, English where `LANG` begins with `en`;
/// output is UTF-8 whatever the locale. No command prints a stack trace; it goes to the log in the
/// data directory. Proved by `CommandLineTest`.
@NullMarked
package vn.sovang.api.command;

import org.jspecify.annotations.NullMarked;
