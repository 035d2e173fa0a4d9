package vn.sovang.api.door;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page to sign in on. What is sent from it is answered by Spring Security's own filters.
@Controller
final class SignInPage {
    static final String PATH = "/dang-nhap";

    /// Where the button to sign out leads.
    static final String OUT = "/dang-xuat";

    private final String provider;

    SignInPage(Environment settings) {
        this.provider = Provider.from(settings).isPresent() ? Provider.SIGN_IN : "";
    }

    /// @param wrong name or password were wrong
    /// @param wait too many attempts
    /// @param refused the provider said no, or what it said cannot be used
    @GetMapping(PATH)
    String page(
            @RequestParam(name = "sai", required = false) @Nullable String wrong,
            @RequestParam(name = "cho", required = false) @Nullable String wait,
            @RequestParam(name = "ngoai", required = false) @Nullable String refused,
            Model model) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait != null);
        model.addAttribute("refused", refused != null);
        model.addAttribute("provider", provider);
        return "door/sign-in";
    }
}
