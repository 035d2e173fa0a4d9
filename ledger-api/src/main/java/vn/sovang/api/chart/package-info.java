/// Charts (*biểu đồ*) as SVG made by the server: no script, no inline style, readable without
/// colour, on paper and by ear.
///
/// [BarChart] is the only kind: lengths that begin at zero are what people compare best. Proved by
/// `BarChartTest`.
@NullMarked
package vn.sovang.api.chart;

import org.jspecify.annotations.NullMarked;
