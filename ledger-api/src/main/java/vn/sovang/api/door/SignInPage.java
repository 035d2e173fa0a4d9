package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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

    /// @param wrong name or password were wrong
    /// @param wait too many attempts
    @GetMapping(PATH)
    String page(
            @RequestParam(name = "sai", required = false) @Nullable String wrong,
            @RequestParam(name = "cho", required = false) @Nullable String wait,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait != null);
        return "door/sign-in";
    }
}
