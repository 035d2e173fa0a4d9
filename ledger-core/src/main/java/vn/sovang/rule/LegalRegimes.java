package vn.sovang.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sovang.decider.TagQuery;
import vn.sovang.event.CatalogueEvent;
import vn.sovang.event.CatalogueEvent.LegalTextDefined;
import vn.sovang.event.LedgerEvent;
import vn.sovang.vocabulary.LegalTopic;

/// Which text of law applies on a day, and under which article (*văn bản áp dụng*). A table of
/// facts, not code: a text that ends or is amended is recorded, and the rules follow.
public record LegalRegimes(Map<String, LegalTextDefined> byCode) {
    public static final LegalRegimes NONE = new LegalRegimes(Map.of());

    /// An article to cite.
    ///
    /// @param verified whether somebody read it in the text
    public record Citation(String article, String title, String number, boolean verified) {
        /// As papers cite it: article, name, number.
        @Override
        public String toString() {
            return article + " " + title + " " + number;
        }
    }

    public LegalRegimes {
        byCode = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    }

    /// The events that define the texts.
    public static TagQuery all() {
        return TagQuery.of(CatalogueEvent.LEGAL_TAG, LegalTextDefined.class);
    }

    /// The text last said about a code stands.
    public LegalRegimes evolve(LedgerEvent event) {
        if (!(event instanceof LegalTextDefined text)) {
            return this;
        }
        var texts = new LinkedHashMap<>(byCode);
        texts.put(text.code(), text);
        return new LegalRegimes(texts);
    }

    /// The texts in force on a day, the newest first.
    public List<LegalTextDefined> inForceOn(LocalDate day) {
        return byCode.values().stream()
                .filter(text -> text.inForceOn(day))
                .sorted(Comparator.comparing(LegalTextDefined::from).reversed())
                .toList();
    }

    /// The article that rules on a topic on a day. Where several texts do, the one in force last
    /// goes before the others; empty where none did.
    public Optional<Citation> cite(LegalTopic topic, LocalDate day) {
        return inForceOn(day).stream().flatMap(text -> citations(text, topic)).findFirst();
    }

    private static java.util.stream.Stream<Citation> citations(
            LegalTextDefined text, LegalTopic topic) {
        return text.provisions().stream()
                .filter(provision -> provision.topic() == topic)
                .map(provision ->
                        new Citation(
                                provision.article(),
                                text.title(),
                                text.number(),
                                text.check() == null));
    }
}
