package vn.sovang.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sovang.api.text.Messages;
import vn.sovang.event.Actor;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.PrivacyEvent.ErasureRefused;
import vn.sovang.event.PrivacyEvent.RestrictionLifted;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RetentionClass;
import vn.sovang.vocabulary.SubjectId;

class RefusalLetterTest {
    private static final RecipientId MOTHER = new RecipientId(UUID.randomUUID());

    private static Fact fact(LedgerEvent event) {
        var day = LocalDate.parse("2026-06-01");
        return new Fact(
                event,
                day,
                new Document.Paper(
                        new DocumentNumber("12/TB-UBND"), day, "UBND phường", null, null),
                new Actor("u-1", "DPO", null),
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ErasureRefused refused(RetentionClass retention, @Nullable LocalDate until) {
        return new ErasureRefused(
                MOTHER,
                new SubjectId(MOTHER.value()),
                ErasureGround.SUBJECT_ASKS,
                "Điều 14 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15",
                retention,
                until);
    }

    @Test
    void a_file_kept_for_ever_is_said_to_be_kept_for_ever() {
        var letter = RefusalLetter.of(fact(refused(RetentionClass.PERMANENT, null)), true);
        assertThat(String.join("\n", letter.lines(Messages.in(Messages.VIETNAMESE))))
                .isEqualTo(
                        """
                        DỰ THẢO
                        THÔNG BÁO về việc từ chối yêu cầu xóa dữ liệu cá nhân
                        Yêu cầu xóa dữ liệu (lý do: chủ thể dữ liệu yêu cầu) được xem xét theo \
                        12/TB-UBND, ngày 01/06/2026.
                        Dữ liệu thuộc hồ sơ khen thưởng có thời hạn bảo quản vĩnh viễn, nên không \
                        được xóa.
                        Việc xử lý dữ liệu này được hạn chế: dữ liệu được giữ nhưng không hiển thị.
                        Căn cứ: Điều 14 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.
                        Người yêu cầu có quyền khiếu nại theo quy định của pháp luật.\
                        """);
    }

    @Test
    void a_file_kept_for_years_names_the_last_day_in_both_languages() {
        var until = LocalDate.parse("2034-04-26");
        var letter = RefusalLetter.of(fact(refused(RetentionClass.TEN_YEARS, until)), false);
        assertThat(letter.lines(Messages.in(Messages.VIETNAMESE)))
                .anyMatch(line -> line.contains("10 năm, đến hết ngày 26/04/2034"));
        var english = letter.lines(Messages.in(Locale.ENGLISH));
        assertThat(english).hasSize(6).noneMatch(line -> line.contains("{"));
        assertThat(english).anyMatch(line -> line.contains("10 years, until 26/04/2034"));
    }

    @Test
    void nothing_but_a_refusal_makes_a_letter() {
        assertThatThrownBy(() -> RefusalLetter.of(fact(new RestrictionLifted(MOTHER)), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
