package vn.sovang.decider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.sovang.event.Actor;
import vn.sovang.event.Arrival;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.vocabulary.Document;

/// What every command carries, filled in at the edge and nowhere else (R14).
///
/// @param request idempotency key: one request is recorded at most once
/// @param at the edge's clock when the request came in
/// @param effectiveOn day that counts in law
/// @param paperSays set if the act is entered from a paper that was signed before; absent for an
///   act begun in the ledger
public record Origin(
        Request request,
        Actor by,
        @Nullable String onBehalfOf,
        Instant at,
        Document document,
        LocalDate effectiveOn,
        @Nullable Arrival arrival,
        @Nullable PaperSays paperSays) {
    /// Days in the ledger are days in Vietnam.
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /// An act begun in the ledger.
    public Origin(
            Request request,
            Actor by,
            @Nullable String onBehalfOf,
            Instant at,
            Document document,
            LocalDate effectiveOn,
            @Nullable Arrival arrival) {
        this(request, by, onBehalfOf, at, document, effectiveOn, arrival, null);
    }

    /// The same entered from a signed paper.
    public Origin fromPaper(PaperSays paper) {
        return new Origin(request, by, onBehalfOf, at, document, effectiveOn, arrival, paper);
    }

    /// Whether the effective day has not come yet.
    public boolean inTheFuture() {
        return effectiveOn.isAfter(today());
    }

    /// The day at the edge when the request came in.
    public LocalDate today() {
        return at.atZone(VIETNAM).toLocalDate();
    }

    /// The event with the circumstances of this command.
    public Fact fact(LedgerEvent event) {
        return new Fact(
                event,
                effectiveOn,
                document,
                by,
                request.id(),
                onBehalfOf,
                arrival,
                null,
                null,
                null,
                null);
    }
}
