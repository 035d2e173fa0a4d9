package vn.sovang.api.list;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.sovang.api.text.FailureCode;

/// Says in the published contract what each list can be asked, what it may answer, and that it can
/// be taken away as a file. Nothing of it is written down by hand: it is read out of the [Listing].
@Component
@Order(1)
class ListContract implements OpenApiCustomizer {
    private static final String PROBLEM = "application/problem+json";

    private static final List<FailureCode> OF_ANY_LIST =
            List.of(
                    FailureCode.PARAMETER_UNKNOWN,
                    FailureCode.PARAMETER_REPEATED,
                    FailureCode.PARAMETER_MALFORMED,
                    FailureCode.VALUE_UNKNOWN,
                    FailureCode.ID_MALFORMED,
                    FailureCode.DATE_MALFORMED,
                    FailureCode.DAYS_REVERSED,
                    FailureCode.PERIOD_MALFORMED,
                    FailureCode.KNOWN_AT_MALFORMED,
                    FailureCode.SIGN_IN_NEEDED,
                    FailureCode.ROLE_NEEDED,
                    FailureCode.UNIT_OUT_OF_SCOPE,
                    FailureCode.LEDGER_NOT_YET_OPEN,
                    FailureCode.BEYOND_THE_LOG,
                    FailureCode.BEHIND,
                    FailureCode.UNAVAILABLE);

    private static final List<FailureCode> OF_A_PAGE =
            List.of(FailureCode.CURSOR_MALFORMED, FailureCode.LIMIT_OUT_OF_RANGE);

    private static final List<FailureCode> OF_A_FILE =
            List.of(
                    FailureCode.LIST_TOO_LONG,
                    FailureCode.TOO_MUCH_WORK,
                    FailureCode.ACCESS_NOT_ENTERED);

    private final Lists lists;

    ListContract(Lists lists) {
        this.lists = lists;
    }

    @Override
    public void customise(OpenAPI contract) {
        for (var address : lists.addresses()) {
            var list = lists.find(address).orElseThrow();
            var item =
                    Objects.requireNonNull(contract.getPaths().get("/api/v1/" + address), address);
            var page = item.getGet();
            page.setParameters(list.parameters().stream().map(ListContract::parameter).toList());
            problems(page.getResponses(), OF_A_PAGE);
            Objects.requireNonNull(page.getResponses().get("200"))
                    .addHeaderObject(
                            "Link",
                            new Header()
                                    .description("the page behind this one, `rel=\"next\"`")
                                    .schema(typed("string")));
            contract.path(
                    "/api/v1/" + address + ".{format}",
                    new PathItem().get(file(list, page.getSummary())));
        }
    }

    private static Operation file(Listing<?, ?> list, String summary) {
        var parameters = new ArrayList<Parameter>();
        var format = typed("string");
        format.setEnum(Arrays.stream(ListFormat.values()).map(f -> (Object) f.suffix()).toList());
        parameters.add(new Parameter().in("path").name("format").required(true).schema(format));
        list.parameters().stream()
                .filter(parameter -> !ListParameter.OF_A_PAGE.contains(parameter))
                .map(ListContract::parameter)
                .forEach(parameters::add);
        var bytes = new Content();
        for (var one : ListFormat.values()) {
            bytes.addMediaType(
                    one.mediaType().replaceFirst(";.*", ""),
                    new MediaType().schema(typed("string").format("binary")));
        }
        var answers = new ApiResponses();
        answers.addApiResponse(
                "200",
                new ApiResponse()
                        .description("All rows at one position, at most " + ListFile.MAX_ROWS)
                        .content(bytes));
        problems(answers, OF_A_FILE);
        return new Operation()
                .addTagsItem("lists")
                .summary(summary + ", as a file")
                .description("That it was taken away is on record, or it is not answered.")
                .parameters(parameters)
                .responses(answers);
    }

    private static Parameter parameter(ListParameter parameter) {
        var schema = typed("string");
        if (!parameter.values().isEmpty()) {
            schema.setEnum(List.<Object>copyOf(parameter.values()));
        }
        var described =
                new Parameter()
                        .in("query")
                        .name(parameter.name())
                        .required(false)
                        .description(parameter.description())
                        .schema(schema);
        return parameter.example().isEmpty() ? described : described.example(parameter.example());
    }

    private static void problems(ApiResponses answers, List<FailureCode> others) {
        var byStatus = new TreeMap<Integer, TreeSet<String>>();
        for (var codes : List.of(OF_ANY_LIST, others)) {
            codes.forEach(code ->
                    byStatus.computeIfAbsent(code.httpStatus(), _ -> new TreeSet<>())
                            .add(code.name()));
        }
        byStatus.forEach((status, codes) ->
                answers.addApiResponse(Integer.toString(status), problem(codes)));
    }

    private static ApiResponse problem(Set<String> codes) {
        var schema = new JsonSchema().$ref("#/components/schemas/Problem");
        var answer =
                new ApiResponse()
                        .description("A problem: " + String.join(", ", codes))
                        .content(
                                new Content()
                                        .addMediaType(PROBLEM, new MediaType().schema(schema)));
        answer.addExtension("x-problem-codes", List.copyOf(codes));
        return answer;
    }

    private static Schema<Object> typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
