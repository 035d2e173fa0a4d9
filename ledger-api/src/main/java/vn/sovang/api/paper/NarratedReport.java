package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.sovang.api.paper.Paper.Block;

/// The whole report of a half-year: what [HalfYearPapers] writes from the ledger, with the words of
/// the office around it.
public final class NarratedReport {
    /// `1. Công tác chỉ đạo`, `a) Lĩnh vực kinh tế`: short, and no sentence.
    private static final Pattern HEADING = Pattern.compile("(\\d{1,2}|\\p{Ll})[.)] .*[^.;:,…]");

    private static final int HEADING_LENGTH = 120;

    /// Room for the signature.
    private static final List<String> ROOM = List.of("", "", "");

    private NarratedReport() {}

    /// @param figures section II.4 as a paper: its first heading is that of section II
    /// @param period in words
    public static Paper of(Paper figures, ReportWords words, String period) {
        var receivers =
                words.lines(ReportPart.RECEIVERS).stream()
                        .map(line -> line.replaceFirst("^[-\\u2013\\u2022]\\s*", ""))
                        .toList();
        var subject = words.text(ReportPart.SUBJECT);
        return new Paper(
                figures.body(),
                figures.number(),
                place(figures.placeAndDate(), words.text(ReportPart.PLACE)),
                figures.kind(),
                subject.isEmpty() ? subject(period) : subject,
                figures.notice(),
                content(figures, words, period),
                signature(figures, words),
                receivers.isEmpty() ? figures.receivers() : receivers,
                figures.annex(),
                figures.proof(),
                figures.look());
    }

    /// What an office finds when it begins to write: all that the ledger already says.
    public static ReportWords begin(Paper figures, String period) {
        var texts = new EnumMap<ReportPart, String>(ReportPart.class);
        texts.put(ReportPart.SUBJECT, subject(period));
        texts.put(
                ReportPart.RECEIVERS,
                String.join("\n", figures.receivers().stream().map(r -> "- " + r).toList()));
        texts.put(ReportPart.CAPACITY, figures.signature().getFirst());
        if (figures.signature().size() > 1) {
            texts.put(ReportPart.POSITION, figures.signature().get(1));
        }
        var placeAndDate = figures.placeAndDate();
        texts.put(ReportPart.PLACE, placeAndDate.substring(0, placeAndDate.lastIndexOf(',')));
        return new ReportWords(texts);
    }

    /// Heading of a section, such as `III. ĐÁNH GIÁ CHUNG`.
    public static String heading(ReportPart part, String period) {
        return PaperTexts.text(
                "report.part." + part, period.toUpperCase(Locale.forLanguageTag("vi")));
    }

    private static String subject(String period) {
        return PaperTexts.text("report.narrated", period);
    }

    private static String place(String placeAndDate, String place) {
        return place.isEmpty()
                ? placeAndDate
                : place + placeAndDate.substring(placeAndDate.lastIndexOf(','));
    }

    private static List<Block> content(Paper figures, ReportWords words, String period) {
        var blocks = new ArrayList<Block>();
        var addressees = words.lines(ReportPart.ADDRESSEES);
        if (!addressees.isEmpty()) {
            blocks.add(new Block.Addressees(addressees));
        }
        words.lines(ReportPart.BASIS).forEach(line -> blocks.add(new Block.Paragraph(line)));
        section(ReportPart.FIRST, words, period, blocks);
        blocks.add(figures.content().getFirst());
        lines(ReportPart.SECOND, words, blocks);
        blocks.addAll(figures.content().subList(1, figures.content().size()));
        section(ReportPart.THIRD, words, period, blocks);
        section(ReportPart.FOURTH, words, period, blocks);
        return blocks;
    }

    /// A section that nobody wrote yet is not on the paper.
    private static void section(
            ReportPart part, ReportWords words, String period, List<Block> blocks) {
        if (!words.lines(part).isEmpty()) {
            blocks.add(new Block.Heading(heading(part, period)));
            lines(part, words, blocks);
        }
    }

    private static void lines(ReportPart part, ReportWords words, List<Block> blocks) {
        for (var line : words.lines(part)) {
            boolean heading = line.length() <= HEADING_LENGTH && HEADING.matcher(line).matches();
            blocks.add(heading ? new Block.Heading(line) : new Block.Paragraph(line));
        }
    }

    private static List<String> signature(Paper figures, ReportWords words) {
        var lines = new ArrayList<String>();
        lines.addAll(words.lines(ReportPart.CAPACITY));
        lines.addAll(words.lines(ReportPart.POSITION));
        if (lines.isEmpty()) {
            lines.addAll(figures.signature());
        }
        var signer = words.text(ReportPart.SIGNER);
        if (!signer.isEmpty()) {
            lines.addAll(ROOM);
            lines.add(signer);
        }
        return lines;
    }
}
