package vn.sovang.api.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.Comparison;
import vn.sovang.vocabulary.Id;

/// The register for the command line: a thing is named by its identity alone, whatever it is.
public final class RegisterDesk {
    private final Projections projections;
    private final Stories stories;
    private final AsOf moments;

    public RegisterDesk(Ledger ledger, Projections projections) {
        this.projections = projections;
        this.stories = new Stories(ledger, projections);
        this.moments = new AsOf(projections);
    }

    /// One thing as it was known at a moment, in the form programs get over the network.
    ///
    /// @throws Failure where it was not known then
    public Object show(String id, @Nullable String knownAt) {
        var at = moments.at("knownAt", knownAt);
        var things = kind(id);
        return new RegisterForms.Known<>(things.form(at.register(), things.id(id)), at.form());
    }

    /// Its story as it was known at a moment.
    ///
    /// @throws Failure where the ledger does not know the thing
    public Object history(String id, @Nullable String knownAt) {
        var at = moments.at("knownAt", knownAt);
        var things = kind(id);
        Id thing = things.id(id);
        var lines = things.story(thing, at, projections.register(), stories);
        return RegisterForms.Story.of(thing, lines, at.form());
    }

    /// One thing in words.
    ///
    /// @throws Failure where it was not known then
    public FactSheet sheet(String id, @Nullable String knownAt, Messages messages) {
        var at = moments.at("knownAt", knownAt);
        var things = kind(id);
        Id thing = things.id(id);
        return new FactSheets(at.register(), messages)
                .of(thing)
                .orElseThrow(() -> things.missing(thing));
    }

    /// Its story, step by step.
    ///
    /// @throws Failure where the ledger does not know the thing
    public List<Timeline> story(String id, @Nullable String knownAt) {
        var at = moments.at("knownAt", knownAt);
        var things = kind(id);
        return Timeline.of(
                things.story(things.id(id), at, projections.register(), stories),
                stories.sealedTo());
    }

    /// What differs between two moments, in words.
    ///
    /// @throws Failure where the ledger does not know the thing
    public Differences differences(String id, String from, @Nullable String to, Messages messages) {
        var before = moments.at("from", from);
        var after = moments.at("to", to);
        AsOf.inOrder(before, after);
        var things = kind(id);
        var now = projections.register();
        var words = new ComparedWords(new FactSheets(now, messages), now, messages);
        return now.comparisons()
                .of(things.id(id), before.position(), after.position())
                .map(found ->
                        new Differences(
                                before.position(), after.position(), found.kind(), words.of(found)))
                .orElseThrow(() -> things.missing(things.id(id)));
    }

    /// One thing at two positions.
    public record Differences(
            long from, long to, Comparison.Kind kind, List<ComparedWords.Line> lines) {
        public Differences {
            lines = List.copyOf(lines);
        }
    }

    /// The same in the form programs get over the network.
    ///
    /// @throws Failure where the ledger does not know the thing
    public Object compare(String id, String from, @Nullable String to) {
        var before = moments.at("from", from);
        var after = moments.at("to", to);
        AsOf.inOrder(before, after);
        var things = kind(id);
        return projections
                .register()
                .comparisons()
                .of(things.id(id), before.position(), after.position())
                .map(found -> new RegisterForms.Compared(before.form(), after.form(), found))
                .orElseThrow(() -> things.missing(things.id(id)));
    }

    private Things kind(String id) {
        for (Things things : Things.values()) {
            if (things.knows(projections.register(), things.id(id))) {
                return things;
            }
        }
        throw Failure.of(FailureCode.THING_NOT_FOUND, "id", id);
    }
}
