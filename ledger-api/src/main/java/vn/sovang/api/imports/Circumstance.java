package vn.sovang.api.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.imports.RecordImport;
import vn.sovang.vocabulary.Document;

/// What the facts of one row have in common.
///
/// @param asFound the reason to keep the row although it breaks a rule (R1)
/// @param remark what a reader must know besides the place in the file
record Circumstance(
        LocalDate day,
        Document document,
        @Nullable String asFound,
        RecordImport.Source source,
        @Nullable String remark) {}
