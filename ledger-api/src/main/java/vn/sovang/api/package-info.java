/// People and programs: the command line, the REST interface and the pages of the register (*sổ
/// vàng*). All of Spring is in this module.
///
/// [Sovang] is the program, [Installation] everything it has opened on one data directory, [Wiring]
/// the one configuration that hands an installation to Spring. The command line works without
/// Spring and wires the same [Installation].
@NullMarked
package vn.sovang.api;

import org.jspecify.annotations.NullMarked;
