package vn.sovang.api.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.sovang.api.text.Failure;

/// Where somebody changes the password of the account that is signed in; the only page there is for
/// one whose password somebody else has seen.
@Controller
final class PasswordPage {
    static final String PATH = "/tai-khoan/mat-khau";

    private final Accounts accounts;
    private final SessionsOfPeople sessions = new SessionsOfPeople();

    PasswordPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(PATH)
    String page(SignedIn reader, Model model) {
        return page(reader, model, null);
    }

    private String page(SignedIn reader, Model model, @Nullable Failure failure) {
        var account = accounts.find(reader.user());
        model.addAttribute("local", account.isPresent());
        model.addAttribute("must", account.filter(Account::mustChange).isPresent());
        model.addAttribute("least", Passwords.MIN_LENGTH);
        model.addAttribute("failure", failure);
        return "door/password";
    }

    /// Every other session of the account ends; this one goes on.
    @PostMapping(PATH)
    String change(
            @RequestParam("hien-tai") String present,
            @RequestParam("moi") String wanted,
            SignedIn reader,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = accounts.changePassword(reader.user(), present, wanted);
            request.changeSessionId();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new Admitted(account.identity(), Admitted.Way.PASSWORD));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            return "redirect:/";
        } catch (Failure failure) {
            response.setStatus(failure.code().httpStatus());
            return page(reader, model, failure);
        }
    }
}
