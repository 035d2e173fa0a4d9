package vn.sovang.api.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.work.Checks.Check;

/// The whole ledger checked from a page: begun with a button, followed while it runs, and told in
/// plain words (*kiểm tra toàn vẹn*).
@Controller
class CheckPages {
    private static final String HERE = "/kiem-tra";

    /// A page is no place for a thousand findings; the number of all of them stands above.
    private static final int SHOWN = 100;

    private final Checks checks;
    private final Works works;

    CheckPages(Checks checks, Works works) {
        this.checks = checks;
        this.works = works;
    }

    @GetMapping(HERE)
    String page() {
        return "work/checks";
    }

    @PostMapping(HERE)
    String begin(SignedIn reader, Locale locale, Model model, HttpServletResponse response) {
        try {
            return "redirect:" + HERE + "/" + checks.begin(UUID.randomUUID(), reader, locale).id();
        } catch (Failure failure) {
            model.addAttribute("failure", failure);
            response.setStatus(failure.code().httpStatus());
            return page();
        }
    }

    /// @throws Failure `WORK_NOT_FOUND`
    @GetMapping(HERE + "/{id}")
    String one(@PathVariable String id, Model model) {
        var work = works.find(ImportResource.id(id));
        if (!work.kind().equals("CHECK")) {
            throw Failure.of(FailureCode.NOT_FOUND);
        }
        model.addAttribute("work", work);
        if (work.outcome() instanceof Check check) {
            model.addAttribute("check", check);
            model.addAttribute("findings", check.findings().stream().limit(SHOWN).toList());
        }
        return "work/check";
    }
}
