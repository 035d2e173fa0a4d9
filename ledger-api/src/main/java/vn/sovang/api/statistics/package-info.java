/// Figures for people and programs (*thống kê*): one question, one answer, three ways to show it.
///
/// [StatisticsQuestion] is what was asked, as written; [Figures] finds the answer in the read
/// models; [StatisticsJson] writes it for the REST interface and for the command line alike. Stages
/// are never added to one total (R3). Proved by `StatisticsResourceTest` and `StatisticsPagesTest`.
@NullMarked
package vn.sovang.api.statistics;

import org.jspecify.annotations.NullMarked;
