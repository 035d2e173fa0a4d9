package vn.sovang.projection.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.CompetenceScope;
import vn.sovang.vocabulary.UnitId;

/// Who may act for an authority that is no more (*thẩm quyền kế thừa*).
///
/// @param basis article or paper that says so, in words
/// @param until last day; absent for as long as nothing else is determined
public record CompetenceRow(
        UnitId unit,
        UnitId acting,
        CompetenceScope scope,
        String basis,
        LocalDate since,
        @Nullable LocalDate until,
        long position) {}
