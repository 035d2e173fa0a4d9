/// What readers do, on record (R25): one interceptor for every page and resource, and the line that
/// says who sits at the command line. Whatever reads records through a controller is entered
/// without doing anything for it. Proved by `ReadsOnRecordTest`.
@NullMarked
package vn.sovang.api.access;

import org.jspecify.annotations.NullMarked;
