package vn.sovang.api.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How a certificate stands, for programs; without signing in.
@RestController
@Tag(name = "verification")
class VerificationResource {
    static final String PATH = "/api/v1/verification";

    private final Verifier verifier;

    VerificationResource(Verifier verifier) {
        this.verifier = verifier;
    }

    @Operation(
            summary =
                    "Whether a certificate holds, was replaced, lost, or taken back, by the code"
                            + " printed on it. Public; 429 with Retry-After for who asks too often")
    @GetMapping(path = PATH + "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<VerificationAnswer> verify(
            @Parameter(
                            description = "20 characters, hyphens and small letters allowed",
                            example = "0000-0000-0000-0000-0000")
                    @PathVariable
                    String code) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(verifier.find(code).answer());
    }
}
