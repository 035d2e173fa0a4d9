package vn.sovang.api.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Who read what is for inspectors, and over the network nobody is known to be one yet: the command
/// line answers it.
@RestController
@Tag(name = "access")
class AccessResource {
    @Operation(
            summary = "Who read what; needs sign-in",
            description = "403 ACCESS_NEEDS_SIGN_IN. Use `sovang access` on the machine.")
    @GetMapping(path = "/api/v1/access", produces = MediaType.APPLICATION_JSON_VALUE)
    Object access() {
        throw Failure.of(FailureCode.ACCESS_NEEDS_SIGN_IN);
    }
}
