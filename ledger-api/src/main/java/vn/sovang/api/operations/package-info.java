/// How the service is, for whoever runs it: probes, measurements, and a page in plain words.
/// Nothing here tells of anybody's records.
@NullMarked
package vn.sovang.api.operations;

import org.jspecify.annotations.NullMarked;
