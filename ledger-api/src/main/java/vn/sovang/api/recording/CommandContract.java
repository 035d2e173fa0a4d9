package vn.sovang.api.recording;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.sovang.api.recording.CommandCatalogue.CommandType;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Refusal;

/// Says in the published contract what each command takes and what it may answer. Nothing of it is
/// written down by hand: shapes give the schemas and examples, compiled rules the refusals.
@Component
@Order(1)
class CommandContract implements OpenApiCustomizer {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /// What any write may be answered with before a rule speaks.
    private static final List<FailureCode> BEFORE_THE_RULES =
            List.of(
                    FailureCode.IDEMPOTENCY_KEY_MISSING,
                    FailureCode.IDEMPOTENCY_KEY_MALFORMED,
                    FailureCode.IDEMPOTENCY_KEY_REUSED,
                    FailureCode.TEXT_NOT_UTF8,
                    FailureCode.JSON_MALFORMED,
                    FailureCode.FIELDS_WRONG,
                    FailureCode.BODY_TOO_LARGE,
                    FailureCode.MEDIA_TYPE_UNSUPPORTED,
                    FailureCode.STORE_BUSY,
                    FailureCode.OUTCOME_UNKNOWN,
                    FailureCode.UNAVAILABLE);

    private final CommandCatalogue catalogue;
    private final Refusals refusals = Refusals.load();

    CommandContract(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(new Components());
        }
        var schemas = new SchemaWriter(contract.getComponents());
        addReceipt(contract.getComponents());
        for (var type : catalogue.all()) {
            contract.path(
                    "/api/v1/commands/" + type.name(),
                    new PathItem().post(operation(type, schemas, contract.getComponents())));
        }
        addMany(contract);
    }

    private Operation operation(CommandType type, SchemaWriter schemas, Components components) {
        var object = schemas.request(type.form(), catalogue.circumstances());
        components.addSchemas(type.form().name(), object);
        return new Operation()
                .operationId(type.operation())
                .addTagsItem("commands")
                .summary(type.name().replace('-', ' '))
                .parameters(headers())
                .requestBody(
                        new RequestBody()
                                .required(true)
                                .content(
                                        json(
                                                SchemaWriter.ref(type.form().name()),
                                                Samples.body(
                                                        type.form(), catalogue.circumstances()))))
                .responses(answers(type));
    }

    private static Content json(Schema<?> schema, @Nullable Object example) {
        return new Content().addMediaType(JSON, new MediaType().schema(schema).example(example));
    }

    static List<Parameter> headers() {
        return List.of(
                new Parameter()
                        .in("header")
                        .name(IdempotencyKey.HEADER)
                        .required(true)
                        .description("chosen by the sender; the same key records once")
                        .schema(SchemaWriter.typed("string").format("uuid")),
                new Parameter()
                        .in("header")
                        .name("Prefer")
                        .required(false)
                        .description(
                                "wait=position: answer when reads know what was recorded, or after"
                                        + " ten seconds; wait=N: N seconds at most (RFC 7240)")
                        .schema(SchemaWriter.typed("string")));
    }

    private ApiResponses answers(CommandType type) {
        var byStatus = new TreeMap<Integer, TreeSet<String>>();
        for (var code : BEFORE_THE_RULES) {
            byStatus.computeIfAbsent(code.httpStatus(), _ -> new TreeSet<>()).add(code.name());
        }
        for (var code : refusals.of(type.feature())) {
            byStatus.computeIfAbsent(Refusal.httpStatus(code), _ -> new TreeSet<>())
                    .add(code.name());
        }
        var answers = new ApiResponses();
        answers.addApiResponse("201", receipt("Recorded and durable"));
        answers.addApiResponse("200", receipt("Recorded before: the first receipt again"));
        byStatus.forEach((status, codes) ->
                answers.addApiResponse(Integer.toString(status), problem(codes)));
        return answers;
    }

    private static ApiResponse receipt(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject("Location", header("events that were recorded"))
                .addHeaderObject("Preference-Applied", header("the preference, if it was met"))
                .content(
                        new Content()
                                .addMediaType(
                                        JSON,
                                        new MediaType()
                                                .schema(SchemaWriter.ref("CommandReceipt"))));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(SchemaWriter.typed("string"));
    }

    private static ApiResponse problem(Set<String> codes) {
        var answer =
                new ApiResponse()
                        .description("A problem: " + String.join(", ", codes))
                        .content(
                                new Content()
                                        .addMediaType(
                                                PROBLEM,
                                                new MediaType()
                                                        .schema(SchemaWriter.ref("Problem"))));
        answer.addExtension("x-problem-codes", List.copyOf(codes));
        return answer;
    }

    private static void addReceipt(Components components) {
        var ids = SchemaWriter.typed("object");
        ids.setAdditionalProperties(SchemaWriter.typed("string").format("uuid"));
        ids.description("identities of the new things, by JSON pointer into the body");
        var receipt = SchemaWriter.typed("object");
        receipt.addProperty("command", SchemaWriter.typed("string"));
        receipt.addProperty("request", SchemaWriter.typed("string").format("uuid"));
        receipt.addProperty("first", SchemaWriter.typed("integer").format("int64"));
        receipt.addProperty("last", SchemaWriter.typed("integer").format("int64"));
        receipt.addProperty("recordedAt", SchemaWriter.typed("string").format("date-time"));
        receipt.addProperty("repeated", SchemaWriter.typed("boolean"));
        receipt.addProperty("ids", ids);
        receipt.setRequired(
                List.of("command", "request", "first", "last", "recordedAt", "repeated", "ids"));
        components.addSchemas("CommandReceipt", receipt);
    }

    private void addMany(OpenAPI contract) {
        var components = contract.getComponents();
        var line = SchemaWriter.typed("object");
        line.setAdditionalProperties(false);
        var command = SchemaWriter.typed("string").description("name of the command");
        line.addProperty("command", command);
        line.addProperty("key", SchemaWriter.typed("string").format("uuid"));
        var anything = SchemaWriter.typed("object");
        anything.setAdditionalProperties(true);
        line.addProperty("body", anything.description("as the command alone takes it"));
        line.setRequired(List.of("command", "body"));
        components.addSchemas("BulkLine", line);
        var lines = SchemaWriter.typed("array");
        lines.setItems(SchemaWriter.ref("BulkLine"));
        lines.setMaxItems(CommandResource.MAX_LINES);
        var request = SchemaWriter.typed("object");
        request.setAdditionalProperties(false);
        request.addProperty("lines", lines);
        request.setRequired(List.of("lines"));
        components.addSchemas("BulkRequest", request);
        addManyAnswer(components);
        var first = catalogue.all().iterator().next();
        var example = Samples.body(first.form(), catalogue.circumstances());
        var answers = new ApiResponses();
        answers.addApiResponse(
                "200",
                new ApiResponse()
                        .description("What came of each line, in order")
                        .content(json(SchemaWriter.ref("BulkResult"), null)));
        var path = contract.getPaths().computeIfAbsent("/api/v1/commands", _ -> new PathItem());
        path.post(
                new Operation()
                        .operationId("recordMany")
                        .addTagsItem("commands")
                        .summary("Many commands, each recorded or refused by itself, in order")
                        .parameters(headers())
                        .requestBody(
                                new RequestBody()
                                        .required(true)
                                        .content(
                                                json(
                                                        SchemaWriter.ref("BulkRequest"),
                                                        Map.of(
                                                                "lines",
                                                                List.of(
                                                                        Map.of(
                                                                                "command",
                                                                                first.name(),
                                                                                "body",
                                                                                example))))))
                        .responses(answers));
    }

    private static void addManyAnswer(Components components) {
        var result = SchemaWriter.typed("object");
        result.addProperty("line", SchemaWriter.typed("integer").format("int32"));
        result.addProperty("status", SchemaWriter.typed("integer").format("int32"));
        result.addProperty("receipt", SchemaWriter.ref("CommandReceipt"));
        result.addProperty("problem", SchemaWriter.ref("Problem"));
        result.setRequired(List.of("line", "status"));
        components.addSchemas("LineResult", result);
        var lines = SchemaWriter.typed("array");
        lines.setItems(SchemaWriter.ref("LineResult"));
        var all = SchemaWriter.typed("object");
        for (var count : List.of("recorded", "repeated", "refused")) {
            all.addProperty(count, SchemaWriter.typed("integer").format("int32"));
        }
        all.addProperty("lines", lines);
        all.setRequired(List.of("recorded", "repeated", "refused", "lines"));
        components.addSchemas("BulkResult", all);
    }
}
