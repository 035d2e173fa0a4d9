package vn.sovang.imports;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AwardEvent.AwardDecided;
import vn.sovang.event.DecisionEvent.DecisionLinesAdded;
import vn.sovang.event.DecisionEvent.DecisionRecorded;
import vn.sovang.event.NominationEvent.NominationFiled;
import vn.sovang.event.ReissueEvent.CaseEvent;
import vn.sovang.event.ReissueEvent.ReissueRequested;
import vn.sovang.event.SurveyEvent;
import vn.sovang.event.SurveyEvent.ItemSurveyed;
import vn.sovang.event.SurveyEvent.SurveyCampaignOpened;
import vn.sovang.imports.RecordImport.Entry;
import vn.sovang.rule.AwardStanding;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.Items;
import vn.sovang.rule.ReissueCase;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Id;

/// What a file's rows depend on in the ledger: decision numbers, units, award codes, and the
/// awards, cases and campaigns that the file itself did not bring. Others cannot change what the
/// file mints (R17). Gathered row by row; owned by one reading.
public final class FileBoundary {
    private final Set<Id> minted = new HashSet<>();
    private final Set<TagQuery> queries = new HashSet<>();

    public FileBoundary() {
        queries.add(Units.all());
    }

    /// What the rows taken so far depend on.
    public Set<TagQuery> queries() {
        return Set.copyOf(queries);
    }

    /// Takes the next row, in the order of the file.
    public void take(Entry entry) {
        switch (entry.event()) {
            case DecisionRecorded d ->
                    queries.add(
                            TagQuery.of(
                                    d.key().tag(),
                                    DecisionRecorded.class,
                                    DecisionLinesAdded.class));
            case AwardDecided e -> {
                minted.add(e.award());
                queries.add(AwardTypes.definitionOf(e.line().award()));
            }
            case NominationFiled n -> queries.add(AwardTypes.definitionOf(n.line().award()));
            case ArtifactReissued e -> {
                depend(e.award());
                depend(e.reissueCase());
            }
            case ArtifactEvent e -> depend(e.award());
            case CaseEvent e -> {
                depend(e.award());
                if (e instanceof ReissueRequested) {
                    minted.add(e.reissueCase());
                } else {
                    depend(e.reissueCase());
                }
            }
            case SurveyCampaignOpened e -> {
                minted.add(e.campaign());
                queries.add(AwardTypes.definitionOf(e.award()));
            }
            case ItemSurveyed e -> {
                depend(e.award());
                dependOnCampaign(e);
            }
            case SurveyEvent e -> dependOnCampaign(e);
            default -> {}
        }
    }

    /// The award's code is not known before its decision is read, so the whole catalogue is.
    private void depend(@Nullable AwardId award) {
        if (award == null) {
            return;
        }
        queries.add(AwardTypes.all());
        if (!minted.contains(award)) {
            queries.add(AwardStanding.of(award));
            queries.add(Items.of(award));
            queries.add(ReissueCase.under(award.tag()));
        }
    }

    private void depend(CaseId reissueCase) {
        if (!minted.contains(reissueCase)) {
            queries.add(ReissueCase.under(reissueCase.tag()));
        }
    }

    private void dependOnCampaign(SurveyEvent event) {
        queries.add(AwardTypes.all());
        if (!minted.contains(event.campaign())) {
            queries.add(
                    TagQuery.of(
                            event.campaign().tag(),
                            SurveyCampaignOpened.class,
                            ItemSurveyed.class,
                            SurveyEvent.SurveyCampaignClosed.class));
        }
    }
}
