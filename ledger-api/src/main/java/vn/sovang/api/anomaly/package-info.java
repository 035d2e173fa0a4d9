/// Anomalies over the network and on pages: the list, the rules, one finding with its events. What
/// the rules are is the read model's business (`vn.sovang.projection.anomaly`); here are the words.
///
/// Proved by `AnomalyResourceTest`, `DemoAnomaliesTest`.
@NullMarked
package vn.sovang.api.anomaly;

import org.jspecify.annotations.NullMarked;
