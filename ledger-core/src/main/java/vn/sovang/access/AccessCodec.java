package vn.sovang.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.event.EventCodec;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.event.VocabularyModule;
import vn.sovang.eventstore.Stamp;
import vn.sovang.eventstore.UnstampedEvent;
import vn.sovang.seal.LeafIndex.Columns;

/// An entry ⇄ the exact bytes of its leaf, written once, as the ledger's are. Proved by
/// `AccessCodecTest`.
final class AccessCodec {
    private static final int REVISION = 1;

    private final JsonMapper json =
            JsonMapper.builder()
                    .addModule(new VocabularyModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    UnstampedEvent encode(Accessor who, AccessEntry entry) {
        var tags = tags(who, entry);
        var type = AccessCatalogue.nameOf(entry.getClass());
        var bytes = new ByteArrayOutputStream(512);
        try (var out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", type);
            out.writeNumberProperty("rev", REVISION);
            out.writeStringProperty("recordedAt", Stamp.PLACEHOLDER);
            out.writeName("by");
            json.writeValue(out, who);
            out.writeName("tags");
            out.writeStartArray();
            tags.forEach(out::writeString);
            out.writeEndArray();
            out.writeName("data");
            json.writeValue(out, entry);
            out.writeEndObject();
        }
        var leaf = bytes.toByteArray();
        return new UnstampedEvent(type, tags, leaf, EventCodec.stampOffset(leaf));
    }

    private static Set<String> tags(Accessor who, AccessEntry entry) {
        var tags = new TreeSet<String>();
        tags.add(who.tag());
        if (entry instanceof AccessEntry.AccountChanged changed) {
            tags.add(Accessor.userTag(changed.account()));
        }
        entry.subjects().forEach(subject -> tags.add("subject:" + subject));
        return tags;
    }

    /// @throws UnreadableEvent if the bytes are not an entry this version understands
    AccessLine decode(long position, byte[] leaf) {
        try {
            var node = tree(leaf);
            return new AccessLine(
                    position,
                    recordedAt(node),
                    json.treeToValue(required(node, "by"), Accessor.class),
                    json.treeToValue(required(node, "data"), type(node)));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEvent("position " + position + ": " + e.getMessage(), e);
        }
    }

    /// What the columns and tags beside the leaf must say.
    Columns columns(long position, byte[] leaf) {
        var line = decode(position, leaf);
        var tags =
                required(tree(leaf), "tags")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        return new Columns(AccessCatalogue.nameOf(line.what().getClass()), line.at(), tags);
    }

    private JsonNode tree(byte[] leaf) {
        return json.readTree(leaf);
    }

    private static Class<? extends AccessEntry> type(JsonNode node) {
        var name = required(node, "type").asString();
        if (required(node, "rev").asInt() != REVISION) {
            throw new UnreadableEvent("another revision of " + name);
        }
        return AccessCatalogue.typeOf(name);
    }

    private static Instant recordedAt(JsonNode node) {
        return Instant.parse(required(node, "recordedAt").asString());
    }

    private static JsonNode required(JsonNode node, String name) {
        var value = node.get(name);
        if (value == null) {
            throw new UnreadableEvent("no field " + name);
        }
        return value;
    }
}
