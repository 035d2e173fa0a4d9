/// Section II.4 of the half-year report, generated (*báo cáo sơ kết 6 tháng, mục II.4*).
///
/// A [HalfYearReport] is made from the restated figures of one authority and of nothing else: a
/// table, in which proposed and decided are never one total (R3), and the two paragraphs in the
/// words of the office (R5). The wording comes from a versioned phrase table,
/// `report-phrases.v1.csv`, not from the catalogue, whose names are those of the law.
///
/// **Grammar.** The first paragraph is a row of sentences: what was proposed to the Government and
/// above, to the province, to the district, and what the authority conferred itself. Whichever
/// comes first carries the period and the name of the authority; a later sentence about proposals
/// begins with its verb. A phrase without figures goes, with its separator; a sentence without
/// phrases goes; without sentences the half-year has "không phát sinh". The second paragraph holds
/// the survey (only if one was opened), commendations for the resistance wars, and the re-issue
/// cases on the authority's list.
///
/// Imports the statistics and no other read model. Proved by `PhanRangParagraphsTest`.
@NullMarked
package vn.sovang.projection.report;

import org.jspecify.annotations.NullMarked;
