/// Explanations of anomalies (*giải trình bất thường*). The rules that find them are in the read
/// models; here it is recorded what somebody answered, and who. Proved by `ExplanationsTest`.
@NullMarked
package vn.sovang.anomaly;

import org.jspecify.annotations.NullMarked;
