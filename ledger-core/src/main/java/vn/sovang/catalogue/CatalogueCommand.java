package vn.sovang.catalogue;

import java.time.LocalDate;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.vocabulary.AwardCode;

/// Changes what the law knows; the origin's document is the text or paper that says so.
public sealed interface CatalogueCommand extends Command {
    /// Enters an award type, or the form it takes from its `validFrom` on.
    record DefineAwardType(Origin origin, AwardTypeDefined type) implements CatalogueCommand {}

    /// Ends an award type.
    ///
    /// @param retiredOn first day without it
    /// @param basis article that says so
    record RetireAwardType(Origin origin, AwardCode code, LocalDate retiredOn, String basis)
            implements CatalogueCommand {}

    /// Enters a text of law, or what is known now of one entered before.
    record DefineLegalText(Origin origin, LegalTextDefined text) implements CatalogueCommand {}
}
