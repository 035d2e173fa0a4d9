package vn.sovang.reissue;

import vn.sovang.event.Fact;
import vn.sovang.rule.AwardFile;
import vn.sovang.rule.AwardTypes;
import vn.sovang.rule.CaseFiles;
import vn.sovang.rule.ReissueRules.Scene;
import vn.sovang.rule.Units;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.CaseId;

/// What the rules about re-issue cases need to know. Mutable and owned by one decision, because a
/// list has hundreds of cases.
final class ReissueState {
    private final CaseFiles files = new CaseFiles();
    private AwardTypes types = AwardTypes.NONE;
    private Units units = Units.NONE;

    ReissueState evolve(Fact fact) {
        types = types.evolve(fact.event());
        units = units.evolve(fact);
        files.apply(fact);
        return this;
    }

    CaseFiles files() {
        return files;
    }

    AwardTypes types() {
        return types;
    }

    Units units() {
        return units;
    }

    Scene scene(CaseId id, AwardId award) {
        return files.scene(id, award, types, units);
    }

    AwardFile file(AwardId award) {
        return files.file(award, types, units);
    }
}
