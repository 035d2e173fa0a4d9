package vn.sovang.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.LegalTopic;
import vn.sovang.vocabulary.Text;

/// What the law knows, through time: beside [AwardTypeDefined] the ends of award types and the
/// texts of law themselves.
public sealed interface CatalogueEvent extends LedgerEvent {
    /// Found by whoever asks which text applies.
    String LEGAL_TAG = "legal:all";

    /// The law knows an award type no more (*bãi bỏ danh hiệu, hình thức khen thưởng*). What was
    /// conferred before stays (Luật Thi đua, khen thưởng 2022 Điều 95).
    ///
    /// Corrected by a further [AwardTypeDefined] of the same code, which no earlier retirement
    /// ends.
    ///
    /// @param retiredOn first day without it
    /// @param basis article or paper that says so
    record AwardTypeRetired(AwardCode code, LocalDate retiredOn, String basis)
            implements CatalogueEvent {
        public AwardTypeRetired {
            basis = Text.of("basis", basis);
        }

        @Override
        public Set<String> tags() {
            return Set.of(AwardTypeDefined.CATALOGUE_TAG, code.tag());
        }
    }

    /// A text of law with the days on which it is in force, or what is known now about a text
    /// defined before (*văn bản quy phạm pháp luật*).
    ///
    /// Corrected by a further [LegalTextDefined] of the same code.
    ///
    /// @param code short name for ever, such as `LUAT_06_2022`
    /// @param number as published, such as `06/2022/QH15`
    /// @param from first day in force
    /// @param until last day in force; absent while nothing ends it
    /// @param provisions its articles, by what they are about
    /// @param check what nobody has verified yet; absent if read in the text
    record LegalTextDefined(
            String code,
            String number,
            String title,
            LocalDate from,
            @Nullable LocalDate until,
            List<Provision> provisions,
            @Nullable String check)
            implements CatalogueEvent {
        /// One article.
        ///
        /// @param article as it is cited, such as `Điều 93.2`
        public record Provision(LegalTopic topic, String article) {}

        public LegalTextDefined {
            code = Text.of("code", code);
            number = Text.of("number", number);
            title = Text.of("title", title);
            provisions = List.copyOf(provisions);
        }

        /// Whether the text was in force on that day.
        public boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        @Override
        public Set<String> tags() {
            return Set.of(LEGAL_TAG, "legal:" + code);
        }
    }
}
