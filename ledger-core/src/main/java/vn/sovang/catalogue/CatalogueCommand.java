package vn.sovang.catalogue;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.event.AwardTypeDefined;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.IllegalValue;

/// Changes what the law knows; the origin's document is the text or paper that says so.
public sealed interface CatalogueCommand extends Command {
    /// Enters an award type, or the form it takes from its `validFrom` on.
    record DefineAwardType(Origin origin, AwardTypeDefined type) implements CatalogueCommand {
        private static final Set<String> FAMILIES =
                Set.of("DANH_HIEU_THI_DUA", "HINH_THUC_KHEN_THUONG", "KHANG_CHIEN_LICH_SU");
        private static final Set<String> POSTHUMOUS = Set.of("YES", "NO", "INDIVIDUALS", "UNCLEAR");
        private static final Set<String> STATE_LEVELS = Set.of("YES", "NO", "MIXED");

        public DefineAwardType {
            require("family", FAMILIES, type.family());
            require("posthumous", POSTHUMOUS, type.posthumous());
            require("stateLevel", STATE_LEVELS, type.stateLevel());
        }

        private static void require(String field, Set<String> words, String word) {
            if (!words.contains(word)) {
                throw new IllegalValue(field, "none of " + new TreeSet<>(words));
            }
        }
    }

    /// Ends an award type.
    ///
    /// @param retiredOn first day without it
    /// @param basis article that says so
    record RetireAwardType(Origin origin, AwardCode code, LocalDate retiredOn, String basis)
            implements CatalogueCommand {}

    /// Enters a text of law, or what is known now of one entered before.
    record DefineLegalText(Origin origin, LegalTextDefined text) implements CatalogueCommand {}
}
