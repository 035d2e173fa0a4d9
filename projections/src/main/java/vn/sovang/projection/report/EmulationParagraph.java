package vn.sovang.projection.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.report.Phrases.Sentence;
import vn.sovang.projection.statistics.Measure;

/// The first paragraph: what was proposed to whom, and what the authority conferred itself.
///
/// @param opening such as `Trong 6 tháng đầu năm 2024`
record EmulationParagraph(String opening, Committee authority, Superiors superiors) {
    private static final String NONE = " không phát sinh đề nghị khen thưởng và khen thưởng.";

    String write(List<Line> lines, ReissueCounts otherReissues) {
        var sentences = new ArrayList<String>();
        Map<String, List<Line>> proposals = new LinkedHashMap<>();
        for (Sentence sentence : Sentence.values()) {
            for (Line line : lines) {
                if (line.stage() == Measure.PROPOSED && line.phrase().sentence() == sentence) {
                    proposals.computeIfAbsent(group(sentence), _ -> new ArrayList<>()).add(line);
                }
            }
        }
        for (var proposal : proposals.entrySet()) {
            String verb = proposal.getKey().strip() + " ";
            add(sentences, verb + phrases(proposal.getValue()), false);
        }
        var own = lines.stream().filter(line -> line.stage() == Measure.DECIDED).toList();
        if (!own.isEmpty()) {
            add(sentences, "tặng " + phrases(own), true);
        }
        if (otherReissues.total() != 0) {
            add(sentences, "rà soát đề nghị " + otherReissues.text(), false);
        }
        return sentences.isEmpty()
                ? opening + ", " + authority.subject() + NONE
                : String.join(" ", sentences);
    }

    /// The words that open a proposal. Two bodies with the same words share a sentence; badges are
    /// told apart from what goes to the Government, by a space that is stripped.
    private String group(Sentence sentence) {
        return switch (sentence) {
            case CENTRAL, SURVEY -> "đề nghị";
            case BADGE -> "đề nghị ";
            case PROVINCE -> "đề nghị " + subject(superiors.province()) + " tặng";
            case PARENT -> "đề nghị " + subject(superiors.parent()) + " tặng";
        };
    }

    private static String subject(@Nullable Committee committee) {
        return committee == null ? "cấp có thẩm quyền" : committee.subject();
    }

    /// The first sentence carries period and authority. Of the others, only what the authority did
    /// itself names it again.
    private void add(List<String> sentences, String words, boolean named) {
        if (sentences.isEmpty()) {
            sentences.add(opening + ", " + authority.subject() + " " + words + ".");
        } else if (named) {
            sentences.add(authority.subject() + " " + words + ".");
        } else {
            sentences.add(capitalised(words) + ".");
        }
    }

    /// Phrases with `; ` between; a lead is told once, before the first phrase that has it.
    static String phrases(List<Line> lines) {
        var told = new ArrayList<String>();
        String lead = "";
        for (Line line : lines) {
            String own = line.phrase().lead();
            told.add(own.isEmpty() || own.equals(lead) ? line.text() : own + " " + line.text());
            lead = own.isEmpty() ? lead : own;
        }
        return String.join("; ", told);
    }

    static String capitalised(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.forLanguageTag("vi"))
                + words.substring(first);
    }
}
