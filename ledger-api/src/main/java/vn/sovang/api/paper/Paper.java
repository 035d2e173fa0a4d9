package vn.sovang.api.paper;

import java.util.ArrayList;
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
/// @param kind *tên loại*, such as `BÁO CÁO`; null for a letter (*công văn*), which has none
/// @param subject *trích yếu*; of a letter `V/v …`, below its number
/// @param notice what a reader must know first; absent on ordinary papers
/// @param signature *quyền hạn, chức vụ*, a line each
/// @param receivers *nơi nhận*
/// @param annex tables on a page of their own; null for none
/// @param proof what proves the figures, on a separate last page (R13); null for a clean paper
/// @param look how the sheet lies, and what is written above it
public record Paper(
        List<String> body,
        String number,
        String placeAndDate,
        @Nullable String kind,
        String subject,
        @Nullable String notice,
        List<Block> content,
        List<String> signature,
        List<String> receivers,
        @Nullable Annex annex,
        @Nullable Proof proof,
        Look look) {
    public Paper {
        body = List.copyOf(body);
        content = List.copyOf(content);
        signature = List.copyOf(signature);
        receivers = List.copyOf(receivers);
    }

    /// The tables of content and annex, in their order.
    public List<Table> tables() {
        var tables = new ArrayList<Table>();
        for (var block : content) {
            if (block instanceof Block.Tabular tabular) {
                tables.add(tabular.table());
            }
        }
        if (annex != null) {
            tables.addAll(annex.tables());
        }
        return tables;
    }

    /// How a sheet lies. Tables of many columns lie (NĐ 30/2020, Phụ lục I, mục I).
    public enum Lie {
        UPRIGHT,
        ACROSS
    }

    /// How a paper looks as a whole.
    ///
    /// @param mark what is written above its name, such as `DỰ THẢO`
    public record Look(String mark, Lie lie) {
        /// An upright sheet that waits for number, day and signature.
        static final Look DRAFT = new Look(PaperTexts.text("draft"), Lie.UPRIGHT);

        /// The same lying across.
        static final Look DRAFT_ACROSS = new Look(PaperTexts.text("draft"), Lie.ACROSS);
    }

    /// A piece of the content.
    public sealed interface Block {
        /// A numbered heading, such as `4. Công tác khen thưởng`.
        record Heading(String text) implements Block {}

        /// A paragraph, justified, its first line indented.
        record Paragraph(String text) implements Block {}

        /// A ground (*căn cứ*) on a line of its own, in italics.
        record Ground(String text) implements Block {}

        /// To whom it goes (*kính gửi*), centred; dots where the office writes it in.
        record Addressees(List<String> to) implements Block {
            public Addressees {
                to = List.copyOf(to);
            }

            /// One after the words on their line, several below them.
            public List<String> lines() {
                return to.size() == 1
                        ? List.of(PaperTexts.text("addressee", to.getFirst()))
                        : Stream.concat(
                                        Stream.of(PaperTexts.text("addressee", "").strip()),
                                        to.stream().map(one -> "- " + one))
                                .toList();
            }
        }

        /// A table among the content.
        record Tabular(Table table) implements Block {}
    }

    /// Tables behind the content (*phụ lục*).
    ///
    /// @param of which paper it comes with; absent where that goes without saying
    /// @param source by when the figures were known; words, no hashes (R13)
    public record Annex(
            String title,
            String subject,
            @Nullable String of,
            List<Table> tables,
            String source,
            Lie lie) {
        public Annex {
            tables = List.copyOf(tables);
        }
    }

    /// One table; the last row is its sum where there is one.
    ///
    /// @param words how many columns from the left hold words; the others hold figures
    /// @param summed the last row is a sum
    /// @param shares of the width, in percent, one for each column; empty where the columns share
    ///   it by what they hold
    public record Table(
            String caption,
            List<String> head,
            List<List<Cell>> rows,
            int words,
            boolean summed,
            List<Integer> shares) {
        private static final int MOST_AT_EASE = 10;

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            shares = List.copyOf(shares);
        }

        /// Whether it has so many columns that its letters must be small.
        boolean isCrowded() {
            return head.size() > MOST_AT_EASE;
        }

        Table(String caption, List<String> head, List<List<Cell>> rows, int words, boolean summed) {
            this(caption, head, rows, words, summed, List.of());
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

        /// A figure that nobody can know from the ledger; the row says why.
        record Unknown() implements Cell {
            @Override
            public String text() {
                return "…";
            }
        }
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
