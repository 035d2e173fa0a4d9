package vn.sovang.api.recording;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sovang.decider.Origin;
import vn.sovang.decider.PaperSays;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.event.Arrival;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.WrittenDate;

/// What every request says beside the act itself (*hoàn cảnh ghi sổ*). Who asks and when is filled
/// in at the edge.
///
/// @param effectiveOn day that counts in law
/// @param arrival when and under which number the office says the paper came; a claim
/// @param onBehalfOf for whom, opaque id
/// @param paperSays set if the act is entered from a paper that was signed before
record Circumstances(
        Papers document,
        LocalDate effectiveOn,
        @Nullable Arrival arrival,
        @Nullable String onBehalfOf,
        @Nullable PaperSays paperSays) {
    /// The paper behind the act: number and authority, or why there is none.
    ///
    /// @param none why there is no paper; then nothing else is said
    record Papers(
            @Nullable DocumentNumber number,
            @Nullable LocalDate date,
            @Nullable String authority,
            @Nullable String signer,
            @Nullable String scanSha256,
            @Nullable WrittenDate writtenDate,
            @Nullable String none) {
        Papers {
            boolean paper = number != null && authority != null;
            boolean anything =
                    number != null
                            || date != null
                            || authority != null
                            || signer != null
                            || scanSha256 != null
                            || writtenDate != null;
            if (none == null ? !paper : anything) {
                throw new IllegalValue("document", "either none, or number and authority");
            }
            if (date != null && writtenDate != null) {
                throw new IllegalValue("date", "whole and partial at once");
            }
        }

        Document document() {
            var wrote = number;
            var issuer = authority;
            if (wrote == null || issuer == null) {
                return new Document.None(String.valueOf(none));
            }
            return new Document.Paper(wrote, date, issuer, signer, scanSha256, writtenDate);
        }
    }

    Origin origin(Request request, Actor by, Instant at) {
        return new Origin(
                request, by, onBehalfOf, at, document.document(), effectiveOn, arrival, paperSays);
    }
}
