/// What an inspector asks first (*kiểm tra, thanh tra*), for people and programs. Proved by
/// `IssuedReportStoryTest`, `CommandLineTest` and `InspectionStoryTest`.
@NullMarked
package vn.sovang.api.inspection;

import org.jspecify.annotations.NullMarked;
