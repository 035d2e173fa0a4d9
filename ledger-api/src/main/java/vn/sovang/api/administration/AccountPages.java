package vn.sovang.api.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.sovang.Ledger;
import vn.sovang.api.door.Account;
import vn.sovang.api.door.AccountChange;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.door.Role;
import vn.sovang.api.door.SignedIn;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.api.text.Messages;
import vn.sovang.projection.Projections;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.VietnameseOrder;

/// Who may sign in, as what, and for which office (*tài khoản*). Each change is entered in the
/// access log before its page is shown; nobody changes his own roles, so the one who looks always
/// stays.
@Controller
class AccountPages {
    private static final String HERE = "/quan-tri/tai-khoan";
    private static final String NEW = HERE + "/moi";
    private static final String ONE = HERE + "/{account}";
    private static final String ACT =
            ONE + "/{viec:vai-tro|chan|mat-khau-moi|pham-vi|khoa-moi|thoi-khoa}";

    private final Accounts accounts;
    private final Ledger ledger;
    private final Projections projections;

    AccountPages(Accounts accounts, Ledger ledger, Projections projections) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.projections = projections;
    }

    /// An account with the name of its unit.
    public record Row(Account account, String unit) {}

    @GetMapping(HERE)
    String all(Model model) {
        model.addAttribute("rows", accounts.all().stream().map(this::row).toList());
        return "administration/accounts";
    }

    private Row row(Account account) {
        return new Row(account, name(account.unit()));
    }

    private String name(@Nullable UnitId unit) {
        return unit == null
                ? ""
                : projections
                        .register()
                        .unit(unit)
                        .map(UnitRow::authorityName)
                        .orElse(unit.value().toString());
    }

    private void choices(Model model) {
        model.addAttribute("roles", Role.given());
        model.addAttribute(
                "unitNames",
                projections.register().units().stream()
                        .filter(unit -> unit.endedOn() == null)
                        .map(UnitRow::authorityName)
                        .distinct()
                        .sorted(VietnameseOrder.TEXTS)
                        .toList());
    }

    @GetMapping(NEW)
    String fresh(HttpServletRequest request, Model model) {
        choices(model);
        model.addAttribute("form", new AccountForm(request, projections.register()));
        return "administration/account-new";
    }

    @PostMapping(NEW)
    String add(SignedIn by, HttpServletRequest request, Model model, HttpServletResponse response) {
        var form = new AccountForm(request, projections.register());
        try {
            var issued = accounts.add(form.text("ten"), form.roles(), form.unit());
            enter(by, issued.account(), AccountChange.ADDED);
            return shown(issued, model);
        } catch (Failure failure) {
            response.setStatus(failure.code().httpStatus());
            model.addAttribute("failure", failure);
            return fresh(request, model);
        }
    }

    /// The one page that ever shows it; nothing keeps it.
    private String shown(Accounts.Issued issued, Model model) {
        model.addAttribute("account", issued.account());
        model.addAttribute("secret", issued.password());
        model.addAttribute("days", Accounts.INITIAL.toDays());
        model.addAttribute("what", "password");
        return "administration/secret";
    }

    private void enter(SignedIn by, Account account, AccountChange change) {
        ledger.access().enter(by.accessor(), List.of(change.of(account)));
    }

    @GetMapping(ONE)
    String one(
            @PathVariable("account") String id,
            SignedIn by,
            HttpServletRequest request,
            Model model) {
        var account = account(id);
        choices(model);
        model.addAttribute("row", row(account));
        model.addAttribute("form", new AccountForm(request, projections.register()));
        model.addAttribute("own", by.user().equals(id));
        model.addAttribute("keys", accounts.keys(id));
        var mandate = account.mandate();
        model.addAttribute(
                "inspected",
                mandate == null
                        ? ""
                        : String.join("\n", mandate.units().stream().map(this::name).toList()));
        return "administration/account";
    }

    private Account account(String id) {
        return accounts.find(id)
                .orElseThrow(() -> Failure.of(FailureCode.ACCOUNT_UNKNOWN, "account", id));
    }

    @PostMapping(ACT)
    String act(
            @PathVariable("account") String id,
            @PathVariable("viec") String act,
            SignedIn by,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var account = account(id);
        var form = new AccountForm(request, projections.register());
        try {
            return switch (act) {
                case "mat-khau-moi" -> reset(account, by, form, model);
                case "khoa-moi" -> key(account, by, form, model);
                default -> {
                    changed(act, account, by, form);
                    said(request, Messages.in(locale), act, id);
                    yield "redirect:" + HERE + "/" + id;
                }
            };
        } catch (Failure failure) {
            response.setStatus(failure.code().httpStatus());
            model.addAttribute("failure", failure);
            model.addAttribute("act", act);
            return one(id, by, request, model);
        }
    }

    private static void said(HttpServletRequest request, Messages texts, String act, String id) {
        RequestContextUtils.getOutputFlashMap(request)
                .put("done", texts.text("account.done." + act, id));
    }

    private void changed(String act, Account account, SignedIn by, AccountForm form) {
        var id = account.id();
        switch (act) {
            case "vai-tro" -> {
                requireSomebodyElse(by, id);
                form.requireUnderstood();
                enter(by, accounts.change(id, form.roles(), form.unit()), AccountChange.ROLES);
            }
            case "chan" -> {
                requireSomebodyElse(by, id);
                form.requireUnderstood();
                enter(by, accounts.disable(id), AccountChange.DISABLED);
            }
            case "pham-vi" -> {
                requireSomebodyElse(by, id);
                enter(by, accounts.mandate(id, form.mandate()), AccountChange.MANDATE);
            }
            default -> {
                form.requireUnderstood();
                var key = form.text("khoa");
                if (key.isEmpty()) {
                    accounts.revokeKeys(id);
                } else {
                    accounts.revokeKey(id, key);
                }
                enter(by, account(id), AccountChange.KEYS_REVOKED);
            }
        }
    }

    /// Whoever may not do it to himself cannot leave the service without an administrator.
    ///
    /// @throws Failure `OWN_ROLES`
    private static void requireSomebodyElse(SignedIn by, String id) {
        if (by.user().equals(id)) {
            throw Failure.of(FailureCode.OWN_ROLES);
        }
    }

    /// Opens a blocked account, too. One's own password has a page of its own.
    private String reset(Account account, SignedIn by, AccountForm form, Model model) {
        requireSomebodyElse(by, account.id());
        form.requireUnderstood();
        var issued = accounts.reset(account.id());
        enter(by, issued.account(), AccountChange.RESET);
        return shown(issued, model);
    }

    private String key(Account account, SignedIn by, AccountForm form, Model model) {
        int days = form.days();
        var key = accounts.newKey(account.id(), form.label(), Duration.ofDays(days));
        enter(by, account, AccountChange.KEY);
        model.addAttribute("account", account);
        model.addAttribute("secret", key);
        model.addAttribute("days", days);
        model.addAttribute("what", "key");
        return "administration/secret";
    }
}
