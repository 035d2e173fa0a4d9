package vn.sovang.api.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.EventFeed;
import vn.sovang.tlog.Hash;

/// One event of the log as CloudEvents 1.0 has it.
///
/// @param id of the event; with the source unique for ever
/// @param source name of the log
/// @param type stored name after `vn.sovang.`
/// @param subject tag of the thing it is about first, such as `award:…`; absent where it is about
///   the log itself
/// @param time when the ledger recorded it
/// @param sequence position in the log, 20 digits, so that texts sort like positions
/// @param leafhash base64 of the RFC 6962 hash of the leaf, by which a proof is asked for
/// @param data the leaf exactly as it is stored
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        String time,
        String datacontenttype,
        String sequence,
        String leafhash,
        @Schema(implementation = Object.class) @JsonRawValue String data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The kind of thing a family of events is about first, by the family's name.
    private static final Map<String, String> ABOUT =
            Map.ofEntries(
                    Map.entry("award", "award"),
                    Map.entry("artifact", "artifact"),
                    Map.entry("nomination", "nomination"),
                    Map.entry("decision", "decision-id"),
                    Map.entry("reissue", "case"),
                    Map.entry("recipient", "recipient"),
                    Map.entry("privacy", "recipient"),
                    Map.entry("unit", "unit"),
                    Map.entry("survey", "campaign"),
                    Map.entry("report", "report"),
                    Map.entry("evidence", "evidence"),
                    Map.entry("duty", "exception"),
                    Map.entry("catalogue", "award-type"),
                    Map.entry("anomaly", "anomaly"),
                    Map.entry("imports", "import"));

    static CloudEvent of(String origin, EventFeed.Leaf leaf) {
        var text = new String(leaf.bytes(), StandardCharsets.UTF_8);
        var node = JSON.readTree(text);
        var type = node.get("type").asString();
        return new CloudEvent(
                "1.0",
                node.get("id").asString(),
                origin,
                "vn.sovang." + type,
                subject(type.substring(0, type.indexOf('.')), node.get("tags")),
                node.get("recordedAt").asString(),
                "application/json",
                "%020d".formatted(leaf.position()),
                Hash.ofLeaf(leaf.bytes()).toBase64(),
                text);
    }

    private static @Nullable String subject(String family, JsonNode tags) {
        var kind = ABOUT.get(family);
        var texts = tags.valueStream().map(JsonNode::asString).toList();
        return texts.stream()
                .filter(tag -> kind != null && tag.startsWith(kind + ":"))
                .findFirst()
                .orElse(texts.isEmpty() ? null : texts.getFirst());
    }
}
