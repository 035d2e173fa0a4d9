package vn.sovang.api.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.text.Messages;
import vn.sovang.api.text.VietnameseFormat;
import vn.sovang.event.Fact;
import vn.sovang.event.PrivacyEvent.ErasureRefused;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RetentionClass;

/// Tells a requester why personal data are not erased (*thông báo từ chối xóa dữ liệu cá nhân*),
/// Luật 91/2025/QH15 Điều 14. A draft: number, day and signature come from the office (NĐ
/// 30/2020/NĐ-CP Điều 15). Names nobody; the office addresses it.
///
/// @param on day of the decision
/// @param document number of the decision, where it has one
/// @param keptUntil last day of keeping; absent for ever
/// @param restricted whether processing is restricted instead
public record RefusalLetter(
        LocalDate on,
        @Nullable String document,
        ErasureGround ground,
        String basis,
        RetentionClass retention,
        @Nullable LocalDate keptUntil,
        boolean restricted) {

    /// The letter that a refusal in the ledger calls for.
    ///
    /// @param fact a fact of [ErasureRefused]
    /// @param restricted whether the recipient's processing is restricted
    public static RefusalLetter of(Fact fact, boolean restricted) {
        if (!(fact.event() instanceof ErasureRefused refused)) {
            throw new IllegalArgumentException("not a refusal: " + fact.event().getClass());
        }
        return new RefusalLetter(
                fact.effectiveOn(),
                fact.document() instanceof Document.Paper paper ? paper.number().asWritten() : null,
                refused.ground(),
                refused.basis(),
                refused.retention(),
                refused.keptUntil(),
                restricted);
    }

    /// The letter as lines of text.
    public List<String> lines(Messages messages) {
        var format = new VietnameseFormat();
        var lines = new ArrayList<String>();
        lines.add(messages.text("letter.refusal.draft"));
        lines.add(messages.text("letter.refusal.title"));
        lines.add(
                messages.text(
                        "letter.refusal.request",
                        Map.of(
                                "ground",
                                messages.of(ground),
                                "document",
                                document == null ? "…" : document,
                                "day",
                                format.date(on))));
        lines.add(
                keptUntil == null
                        ? messages.text("letter.refusal.forever")
                        : messages.text(
                                "letter.refusal.until",
                                Map.of(
                                        "retention",
                                        messages.of(retention),
                                        "until",
                                        format.date(keptUntil))));
        if (restricted) {
            lines.add(messages.text("letter.refusal.restricted"));
        }
        lines.add(messages.text("letter.refusal.basis", Map.of("basis", basis)));
        lines.add(messages.text("letter.refusal.remedy"));
        return List.copyOf(lines);
    }
}
