package vn.sovang.api.verification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// The page on which anybody asks about a certificate, and the page its square code leads to.
@Controller
class VerificationPages {
    static final String PATH = "/xac-minh";
    static final String CODE_PARAMETER = "ma";

    private static final String VIEW = "verification/certificate";

    private final Verifier verifier;
    private final AtPace pace;

    VerificationPages(Verifier verifier, AtPace pace) {
        this.verifier = verifier;
        this.pace = pace;
    }

    @GetMapping(PATH)
    String form(
            @RequestParam(name = CODE_PARAMETER, required = false) @Nullable String code,
            Model model,
            HttpServletResponse response) {
        return code == null || code.isBlank() ? VIEW : answer(code, model, response);
    }

    @GetMapping(PATH + "/{code}")
    String answer(@PathVariable String code, Model model, HttpServletResponse response) {
        model.addAttribute("typed", code);
        try {
            model.addAttribute("answer", verifier.find(code).answer());
        } catch (Failure failure) {
            told(failure, model, response);
        }
        return VIEW;
    }

    /// A name goes in the body: addresses are kept by browsers and proxies.
    @PostMapping(PATH + "/{code}")
    String name(
            @PathVariable String code,
            @RequestParam(name = Verifier.NAME_PARAMETER, required = false) @Nullable String name,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("typed", code);
        try {
            var found = verifier.find(code);
            if (name != null && !name.isBlank()) {
                pace.requireName(request, response, found.award().id().toString());
                model.addAttribute("name", verifier.agrees(name, found.award()));
            }
            model.addAttribute("answer", found.answer());
        } catch (Failure failure) {
            told(failure, model, response);
        }
        return VIEW;
    }

    /// What is wrong with the code is said on the same page; everything else is a problem.
    private static void told(Failure failure, Model model, HttpServletResponse response) {
        if (failure.code() != FailureCode.VERIFICATION_CODE_MISTYPED
                && failure.code() != FailureCode.VERIFICATION_CODE_UNKNOWN) {
            throw failure;
        }
        response.setStatus(failure.code().httpStatus());
        model.addAttribute("failure", failure);
    }
}
