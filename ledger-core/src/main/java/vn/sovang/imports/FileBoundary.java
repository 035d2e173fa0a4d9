package vn.sovang.imports;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.ArtifactEvent;
import vn.sovang.event.ArtifactEvent.ArtifactReissued;
import vn.sovang.event.AwardEvent.AwardDecided;
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
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;
import vn.sovang.vocabulary.Id;

/// What a file's rows about items, cases and surveys depend on in the ledger: awards, cases and
/// campaigns that the file itself did not bring. Others cannot change what the file mints.
final class FileBoundary {
    private final Set<Id> minted = new HashSet<>();
    private final Set<TagQuery> queries = new HashSet<>();

    static Set<TagQuery> of(RecordImport command) {
        var boundary = new FileBoundary();
        command.entries().forEach(boundary::take);
        return boundary.queries;
    }

    private void take(Entry entry) {
        switch (entry.event()) {
            case AwardDecided e -> minted.add(e.award());
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
            case SurveyCampaignOpened e -> minted.add(e.campaign());
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
