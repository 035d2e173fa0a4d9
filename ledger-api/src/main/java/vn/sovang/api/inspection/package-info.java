/// What an inspector asks first (*kiểm tra, thanh tra*), for people and programs. Proved by
/// `IssuedReportStoryTest` and `CommandLineTest`.
@NullMarked
package vn.sovang.api.inspection;

import org.jspecify.annotations.NullMarked;
