package vn.sovang.api.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.AwardId;

/// The code of an item or award line, for programs that print certificates.
@RestController
@Tag(name = "verification")
class PrintedCodeResource {
    private final PrintedCodes codes;

    PrintedCodeResource(PrintedCodes codes) {
        this.codes = codes;
    }

    /// @param code in groups, as printed
    /// @param address for a square code
    record CodeToPrint(String code, String address) {}

    @Operation(
            summary =
                    "The code to print on an item, or for an award of which nothing was issued; 404"
                            + " for what bears none")
    @GetMapping(
            path = "/api/v1/{kind:awards|artifacts}/{id}/verification-code",
            produces = MediaType.APPLICATION_JSON_VALUE)
    CodeToPrint code(@PathVariable String kind, @PathVariable String id) {
        var uuid = PrintedCodes.id(id);
        var thing = kind.equals("awards") ? new AwardId(uuid) : new ArtifactId(uuid);
        return codes.of(thing, PrintedCodes.base())
                .map(printed -> new CodeToPrint(printed.code(), printed.address()))
                .orElseThrow(() -> Failure.of(FailureCode.VERIFICATION_CODE_NONE));
    }
}
