package vn.sovang.api.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.Ledger;
import vn.sovang.api.recording.Shape.Field;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.decider.RefusalCode;
import vn.sovang.decider.Request;
import vn.sovang.event.Actor;
import vn.sovang.vocabulary.Sealed;

/// The contract says what the code does: every command, every field, every refusal.
class CommandContractTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONTRACT = ROOT.resolve("docs/reference/openapi.json");
    private static final Path REFUSALS =
            ROOT.resolve("ledger-api/src/main/resources/vn/sovang/api/recording")
                    .resolve(Refusals.RESOURCE);

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CommandCatalogue catalogue = new CommandCatalogue();

    private static boolean isWritten() {
        return Boolean.getBoolean("reference.write");
    }

    @Test
    void every_command_is_reachable_or_listed_with_its_reason() {
        Set<Class<?>> all =
                Ledger.deciders().stream()
                        .flatMap(d -> CommandCatalogue.records(d.command()).stream())
                        .collect(Collectors.toSet());
        Set<Class<?>> reachable =
                catalogue.all().stream().map(t -> t.type()).collect(Collectors.toSet());

        assertThat(all).hasSizeGreaterThan(70);
        assertThat(catalogue.names()).hasSameSizeAs(reachable);
        assertThat(reachable).doesNotContainAnyElementsOf(CommandCatalogue.NOT_HERE.keySet());
        var both = new HashSet<Class<?>>(reachable);
        both.addAll(CommandCatalogue.NOT_HERE.keySet());
        assertThat(both).isEqualTo(all);
        assertThat(CommandCatalogue.NOT_HERE.values()).allMatch(reason -> reason.length() > 20);
    }

    @Test
    void every_example_can_be_read() {
        for (var type : catalogue.all()) {
            var body = json(Samples.body(type.form(), catalogue.circumstances()));
            var reader =
                    new BodyReader(
                            (at, whose, field, text) ->
                                    new Sealed(UUID.randomUUID(), UUID.randomUUID(), field, "", ""),
                            at -> UUID.randomUUID());
            var own = reader.fields(type.form(), body, "", List.of("origin"));
            var around =
                    reader.beside(
                            new Field("origin", catalogue.circumstances(), true, false), body);
            reader.done();
            assertThat(around).as(type.name()).isInstanceOf(Circumstances.class);
            var origin =
                    ((Circumstances) Objects.requireNonNull(around))
                            .origin(
                                    Request.of(UUID.randomUUID(), ""),
                                    new Actor("an", "CLERK", null),
                                    Instant.EPOCH);
            var all = new ArrayList<@Nullable Object>(Arrays.asList(Objects.requireNonNull(own)));
            all.addFirst(origin);
            var command = reader.construct(type.form(), all.toArray(), "");
            reader.done();
            assertThat(command).isInstanceOf(type.type());
        }
    }

    private static JsonNode json(Map<String, Object> body) {
        return Bodies.json(PRETTY.writeValueAsString(body));
    }

    @Test
    void refusals_are_those_the_compiled_rules_name() throws IOException {
        var scan = new RefusalScan(ROOT.resolve("ledger-core/target/classes"));
        var lines = new ArrayList<String>();
        for (var decider : Ledger.deciders()) {
            var codes = scan.of(decider);
            assertThat(codes).as(decider.toString()).isNotEmpty();
            lines.add(decider.getClass().getSimpleName() + ": " + String.join(" ", codes));
        }
        if (isWritten()) {
            Files.write(REFUSALS, lines);
        }
        assertThat(Files.readAllLines(REFUSALS))
                .as("-Dreference.write=true makes it again")
                .isEqualTo(lines);
        assertThat(lines.toString())
                .contains(RefusalCode.FILER_MAY_NOT_APPRAISE.name())
                .contains(RefusalCode.ARTIFACT_ALREADY_ACTIVE.name());
    }

    @Test
    void the_committed_contract_is_what_the_service_publishes() throws IOException {
        var published = PRETTY.writeValueAsString(sorted(RunningSite.json("/v3/api-docs"))) + "\n";
        if (isWritten()) {
            Files.writeString(CONTRACT, published);
        }
        assertThat(Files.readString(CONTRACT))
                .as("-Dreference.write=true makes it again; see docs/api.md on versions")
                .isEqualTo(published);
    }

    /// By the names of the fields: the framework's order is an accident.
    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, Object>();
            node.forEachEntry((name, value) -> sorted.put(name, sorted(value)));
            return sorted;
        }
        if (node.isArray()) {
            return node.valueStream().map(CommandContractTest::sorted).toList();
        }
        return node;
    }

    @Test
    void every_command_has_its_own_operation_schema_example_and_problems() {
        var contract = RunningSite.json("/v3/api-docs");
        var operations = new HashSet<String>();
        contract.get("paths")
                .forEach(
                        path -> path.forEach(o -> operations.add(o.get("operationId").asString())));
        long all = contract.get("paths").valueStream().mapToLong(JsonNode::size).sum();

        assertThat(operations).hasSize((int) all);
        for (var type : catalogue.all()) {
            var post = contract.get("paths").get("/api/v1/commands/" + type.name()).get("post");
            assertThat(post.get("operationId").asString()).isEqualTo(type.operation());
            var body = post.get("requestBody").get("content").get("application/json");
            var schema = body.get("schema").get("$ref").asString();
            assertThat(contract.at(schema.substring(1)).get("required").toString())
                    .contains("origin");
            assertThat(body.get("example").get("origin").isObject()).isTrue();
            assertThat(post.get("responses").propertyNames())
                    .contains("200", "201", "400", "409", "413", "415", "422", "503");
            assertThat(post.get("responses").get("409").get("x-problem-codes").size())
                    .as(type.name())
                    .isGreaterThan(2);
        }
    }
}
