package vn.sovang.api.paper;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One official paper, whatever it is written to: its nine main components (NĐ 30/2020 Điều 8) as
/// far as a draft has them. Number, date and signature come from the office, so they stay open
/// (Điều 15).
///
/// @param body issuing body, a line each, upper case
/// @param number such as `Số: /BC-UBND`
/// @param placeAndDate such as `Phan Rang - Tháp Chàm, ngày … tháng … năm 2024`
/// @param kind *tên loại*, such as `BÁO CÁO`
/// @param subject *trích yếu*
/// @param notice what a reader must know first; absent on ordinary papers
/// @param signature *quyền hạn, chức vụ*, a line each
/// @param receivers *nơi nhận*
/// @param annex tables on a page of their own; null for none
/// @param proof what proves the figures, on a separate last page (R13); null for a clean paper
public record Paper(
        List<String> body,
        String number,
        String placeAndDate,
        String kind,
        String subject,
        @Nullable String notice,
        List<Block> content,
        List<String> signature,
        List<String> receivers,
        @Nullable Annex annex,
        @Nullable Proof proof) {
    public Paper {
        body = List.copyOf(body);
        content = List.copyOf(content);
        signature = List.copyOf(signature);
        receivers = List.copyOf(receivers);
    }

    /// A piece of the content.
    public sealed interface Block {
        /// A numbered heading, such as `4. Công tác khen thưởng`.
        record Heading(String text) implements Block {}

        /// A paragraph, justified, its first line indented.
        record Paragraph(String text) implements Block {}

        /// *Kính gửi*, centred: whom the paper is sent to.
        record Addressed(List<String> to) implements Block {
            public Addressed {
                to = List.copyOf(to);
            }

            /// One after the words on their line, several below them.
            public List<String> lines() {
                return to.size() == 1
                        ? List.of(PaperTexts.text("addressed", to.getFirst()))
                        : Stream.concat(
                                        Stream.of(PaperTexts.text("addressed", "").strip()),
                                        to.stream().map(one -> "- " + one))
                                .toList();
            }
        }
    }

    /// Tables behind the content (*phụ lục*).
    ///
    /// @param source by when the figures were known; words, no hashes (R13)
    public record Annex(String title, String subject, List<Table> tables, String source) {
        public Annex {
            tables = List.copyOf(tables);
        }
    }

    /// One table; the last row is its sum where there is one.
    ///
    /// @param words how many columns from the left hold words; the others hold figures
    /// @param summed the last row is a sum
    public record Table(
            String caption, List<String> head, List<List<Cell>> rows, int words, boolean summed) {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// A cell of a table.
    public sealed interface Cell {
        /// What readers see.
        String text();

        /// Words.
        record Words(String text) implements Cell {}

        /// A figure; 0 is written as a dash.
        record Figure(long value, String text) implements Cell {}
    }

    /// What proves the figures (*phụ lục xác thực*).
    ///
    /// @param lines in words, then the checkpoint line by line
    /// @param code what the square code holds
    public record Proof(String title, List<String> lines, List<String> checkpoint, String code) {
        public Proof {
            lines = List.copyOf(lines);
            checkpoint = List.copyOf(checkpoint);
        }
    }
}
