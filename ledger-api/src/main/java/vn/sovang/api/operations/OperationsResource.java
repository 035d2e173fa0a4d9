package vn.sovang.api.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the service is, for programs of whoever runs it.
@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "operations")
class OperationsResource {
    private final Conditions conditions;

    OperationsResource(Conditions conditions) {
        this.conditions = conditions;
    }

    @Operation(summary = "Whether the service records, what is sealed, how far the read models are")
    @GetMapping
    Condition now() {
        return conditions.now();
    }
}
