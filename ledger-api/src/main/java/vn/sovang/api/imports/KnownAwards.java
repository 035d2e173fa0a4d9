package vn.sovang.api.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CampaignId;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionKey;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.UnitId;

/// What the ledger has that a survey's sheet can speak of. Names are compared, never told.
public interface KnownAwards {
    /// A ledger in which there is nothing of the kind.
    KnownAwards NONE =
            new KnownAwards() {
                @Override
                public List<Campaign> campaigns(DocumentNumber letter) {
                    return List.of();
                }

                @Override
                public List<Line> lines(DecisionKey key, String name, @Nullable String birth) {
                    return List.of();
                }

                @Override
                public List<ArtifactId> items(AwardId award, ArtifactKind kind) {
                    return List.of();
                }

                @Override
                public List<Namesake> namesakes(
                        String name, @Nullable String birth, AwardCode award) {
                    return List.of();
                }

                @Override
                public boolean sameName(String one, String other) {
                    return one.equals(other);
                }
            };

    /// A survey campaign.
    record Campaign(CampaignId id, UnitId unit, AwardCode award, boolean closed) {}

    /// How like the recipient of a line is to whom a sheet names.
    enum Likeness {
        /// Spelled alike, and no year of birth says otherwise.
        SAME,
        /// Alike but for accents, or of another year.
        NEARLY,
        /// Another, or erased.
        OTHER
    }

    /// A line of a decision that stands on the paper.
    ///
    /// @param number place in the decision
    record Line(
            AwardId award,
            LocalDate decidedOn,
            int number,
            AwardCode code,
            ConferralMode mode,
            RecipientId recipient,
            Likeness likeness) {}

    /// Somebody of the name.
    ///
    /// @param decisions numbers of decisions that gave them the award
    record Namesake(RecipientId recipient, List<String> decisions) {
        public Namesake {
            decisions = List.copyOf(decisions);
        }
    }

    /// Campaigns that were opened by a letter of this number.
    List<Campaign> campaigns(DocumentNumber letter);

    /// Lines of decisions that bear a number.
    List<Line> lines(DecisionKey key, String name, @Nullable String birth);

    /// Active items of a kind.
    List<ArtifactId> items(AwardId award, ArtifactKind kind);

    /// Individuals that may be of the name and year, but for accents.
    List<Namesake> namesakes(String name, @Nullable String birth, AwardCode award);

    /// Whether two names are spelled alike.
    boolean sameName(String one, String other);
}
