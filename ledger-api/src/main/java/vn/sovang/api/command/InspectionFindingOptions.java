package vn.sovang.api.command;

import picocli.CommandLine.Parameters;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.vocabulary.InspectionId;

/// Which finding of which inspection.
final class InspectionFindingOptions {
    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "inspection-id")
    String id = "";

    @Parameters(index = "1", paramLabel = "FINDING", descriptionKey = "inspection-finding")
    int finding;

    /// @throws vn.sovang.api.text.Failure `ID_MALFORMED`
    InspectionId inspection() {
        return new InspectionId(InspectionDesk.uuid("id", id));
    }
}
