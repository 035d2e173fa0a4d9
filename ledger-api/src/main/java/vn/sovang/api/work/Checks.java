package vn.sovang.api.work;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.work.Works.Asked;
import vn.sovang.projection.Projections;
import vn.sovang.seal.CheckReport;

/// Derives the whole ledger again, for people and for programs (*kiểm tra toàn vẹn*).
@Component
public final class Checks {
    private final Ledger ledger;
    private final Projections projections;
    private final Works works;

    Checks(Ledger ledger, Projections projections, Works works) {
        this.ledger = ledger;
        this.projections = projections;
        this.works = works;
    }

    /// What a check found.
    ///
    /// @param root base64 of the root over all events checked, as derived again
    /// @param checkpoints signed checkpoints compared on the way
    public record Check(
            boolean intact,
            long size,
            String root,
            int checkpoints,
            List<Finding> findings,
            List<Finding> notes) {
        public Check {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }

        static Check of(CheckReport report) {
            return new Check(
                    report.intact(),
                    report.size(),
                    report.root().toBase64(),
                    report.checkpoints(),
                    report.findings().stream().map(Finding::of).toList(),
                    report.notes().stream().map(Finding::of).toList());
        }
    }

    /// Something that is not as it was written.
    public record Finding(String what, long position, String explanation) {
        static Finding of(vn.sovang.seal.Finding found) {
            return new Finding(found.what().name(), found.position(), found.explanation());
        }
    }

    /// Begins a check, or finds the one that was begun under the key.
    Work begin(UUID key, SignedIn reader, Locale locale) {
        return works.begin(
                new Asked(key, "CHECK", reader.user()),
                locale,
                progress -> {
                    progress.total(ledger.feed().head());
                    return Check.of(ledger.check(progress, projections::positions));
                });
    }
}
