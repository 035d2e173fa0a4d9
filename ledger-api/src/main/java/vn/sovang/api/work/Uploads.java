package vn.sovang.api.work;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.api.Intake;
import vn.sovang.api.Intake.Source;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.imports.Submission;
import vn.sovang.api.work.ImportResource.Import;
import vn.sovang.api.work.Works.Asked;

/// Looks at a file that somebody brought, and keeps it as long as it is to be put right.
@Component
class Uploads {
    private final Intake intake;
    private final Works works;
    private final KeptFiles kept;

    Uploads(Ledger ledger, Works works, KeptFiles kept) {
        this.intake = new Intake(ledger);
        this.works = works;
        this.kept = kept;
    }

    /// @param copy goes when the work ends
    /// @param name as its sender calls it
    Work begin(Path copy, String name, SignedIn reader, Locale locale) {
        var by = reader.actor();
        // Who confirms is known only when somebody does.
        var submission = new Submission(by, Instant.now(), by.user(), true);
        var id = UUID.randomUUID();
        try {
            kept.keep(id, KeptFile.of(copy, name, by.user()));
            return works.begin(
                    new Asked(id, "STAGING", ImportResource.hash(copy)),
                    locale,
                    _ -> staged(id, new Source(copy, name), submission, locale));
        } catch (RuntimeException failed) {
            kept.drop(id);
            copy.toFile().delete();
            throw failed;
        }
    }

    private Import staged(UUID id, Source source, Submission submission, Locale locale) {
        try {
            var came = ImportResource.told(intake.stage(source, submission), locale);
            if (came.errors().isEmpty()) {
                kept.drop(id);
            }
            return came;
        } finally {
            source.file().toFile().delete();
        }
    }
}
