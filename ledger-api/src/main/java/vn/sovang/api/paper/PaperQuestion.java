package vn.sovang.api.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.register.CaseStatus;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.ListId;
import vn.sovang.vocabulary.NominationId;
import vn.sovang.vocabulary.ReissueKind;
import vn.sovang.vocabulary.UnitId;

/// What people and programs write to get a paper, read: the same over the network and on the
/// command line.
public sealed interface PaperQuestion {
    /// A submission letter.
    record Submission(
            @Nullable String list,
            @Nullable List<String> nominations,
            @Nullable String unit,
            @Nullable String to)
            implements PaperQuestion {
        /// @throws Failure for whatever cannot be used, and what [SubmissionPapers] throws
        public Draft draft(SubmissionPapers papers, PaperReader reader) {
            var sent = id("list", list, ListId::new);
            if (sent != null) {
                return papers.of(sent, reader);
            }
            var ids = nominations == null ? List.<String>of() : nominations;
            var wanted =
                    new SubmissionPapers.Wanted(
                            ids.stream()
                                    .filter(id -> !id.isBlank())
                                    .map(id -> new NominationId(uuid("nomination", id)))
                                    .toList(),
                            id("unit", unit, UnitId::new),
                            id("to", to, UnitId::new));
            return papers.of(wanted, reader);
        }
    }

    /// A list of cases.
    record ReissueList(
            @Nullable String kind,
            @Nullable String list,
            @Nullable String unit,
            @Nullable String status,
            @Nullable String from,
            @Nullable String until)
            implements PaperQuestion {
        /// @throws Failure for whatever cannot be used, and what [ReissuePapers] throws
        public Draft draft(ReissuePapers papers, PaperReader reader) {
            var wanted =
                    new ReissuePapers.Wanted(
                            needed("kind", constant("kind", kind, ReissueKind.values())),
                            id("list", list, ListId::new),
                            id("unit", unit, UnitId::new),
                            constant("status", status, CaseStatus.values()),
                            day("from", from),
                            day("until", until));
            return papers.of(wanted, reader);
        }
    }

    /// A letter of confirmation.
    record Confirmation(
            @Nullable String award,
            @Nullable String unit,
            @Nullable String addressee,
            @Nullable String purpose,
            boolean proven)
            implements PaperQuestion {
        /// @throws Failure for whatever cannot be used, and what [ConfirmationPapers] throws
        public Draft draft(ConfirmationPapers papers, PaperReader reader) {
            var wanted =
                    new ConfirmationPapers.Wanted(
                            needed("award", id("award", award, AwardId::new)),
                            id("unit", unit, UnitId::new),
                            addressee,
                            purpose,
                            proven);
            return papers.of(wanted, reader);
        }
    }

    /// Certificates on blanks.
    record OnBlanks(
            @Nullable String decision,
            @Nullable String award,
            @Nullable String artifact,
            @Nullable List<String> lines,
            @Nullable String merit)
            implements PaperQuestion {
        /// @throws Failure for whatever cannot be used, and what [Certificates] throws
        public Certificates.Run run(Certificates certificates, PaperReader reader) {
            var some = lines == null ? List.<String>of() : lines;
            var wanted =
                    new Certificates.Wanted(
                            needed("decision", id("decision", decision, DecisionId::new)),
                            award,
                            artifact,
                            some.stream()
                                    .filter(id -> !id.isBlank())
                                    .map(id -> new AwardId(uuid("line", id)))
                                    .toList(),
                            merit);
            return certificates.run(wanted, reader);
        }
    }

    private static <T> T needed(String parameter, @Nullable T value) {
        if (value == null) {
            throw Failure.at(parameter, FailureCode.PARAMETER_MISSING, "");
        }
        return value;
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static <T> @Nullable T id(
            String parameter, @Nullable String text, Function<UUID, T> make) {
        return text == null || text.isBlank() ? null : make.apply(uuid(parameter, text));
    }

    private static UUID uuid(String parameter, String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw Failure.at(parameter, FailureCode.ID_MALFORMED, text).because(e);
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(
            String parameter, @Nullable String text, E[] values) {
        if (isAbsent(text)) {
            return null;
        }
        return Stream.of(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        Failure.at(parameter, FailureCode.VALUE_UNKNOWN, String.valueOf(text)));
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String text) {
        return text == null || text.isBlank() ? null : Days.of(parameter, text);
    }
}
