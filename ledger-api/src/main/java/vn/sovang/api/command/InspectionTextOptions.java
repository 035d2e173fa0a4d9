package vn.sovang.api.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sovang.api.Installation;
import vn.sovang.api.inspection.InspectionDesk;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.Text;

/// What is said in an inspection: words that name nobody, and what is said of a person, which is
/// sealed.
final class InspectionTextOptions {
    @Option(
            names = "--text",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "inspection-text")
    private String text = "";

    @Option(names = "--detail", paramLabel = "TEXT", descriptionKey = "inspection-detail")
    private @Nullable String detail;

    @Option(names = "--about", paramLabel = "RECIPIENT", descriptionKey = "inspection-about")
    private @Nullable String about;

    /// @throws vn.sovang.api.text.Failure `PARAMETER_MALFORMED`
    String words() {
        return checked("--text", text);
    }

    private static String checked(String name, String raw) {
        try {
            return Text.of(name, raw);
        } catch (IllegalValue unusable) {
            throw InspectionActOptions.malformed(unusable);
        }
    }

    /// The sealed part; null where there is none.
    @Nullable Sealed detail(Installation installation, InspectedMatter matter) {
        if (detail == null) {
            return null;
        }
        var person =
                about == null
                        ? null
                        : new RecipientId(InspectionDesk.uuid("--about", about.strip()));
        return new InspectionDesk(installation.ledger(), installation.projections())
                .seal(matter, person, checked("--detail", detail));
    }
}
