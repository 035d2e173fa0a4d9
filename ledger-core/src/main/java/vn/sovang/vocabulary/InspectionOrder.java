package vn.sovang.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What tells inspection decisions apart (*quyết định thanh tra, kiểm tra*): who issued it, in
/// which year, under which number. The body need not be a unit of the ledger: the State Audit is
/// none.
///
/// @param body as the decision names it
/// @param number folded, see [DocumentNumber#folded()]
public record InspectionOrder(String body, int year, String number) {
    public InspectionOrder {
        body = Text.of("inspecting body", body);
        number = Text.of("document number", number);
    }

    /// The names of bodies may be longer than what is indexed, so the tag is made from all three.
    public String tag() {
        var all = body + "/" + year + "/" + number;
        return "inspection-order:" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}
