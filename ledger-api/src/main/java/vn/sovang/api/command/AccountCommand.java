package vn.sovang.api.command;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sovang.api.Installation;
import vn.sovang.api.door.Account;
import vn.sovang.api.door.AccountChange;
import vn.sovang.api.door.Accounts;
import vn.sovang.api.door.Mandate;
import vn.sovang.api.door.Role;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.UnitId;

/// `account add|list|roles|mandate|reset|disable|key|revoke-keys`: who may sign in. Beside a
/// running service, which holds to it at once. Each change is entered in the access log.
@Command(name = "account", sortOptions = false)
final class AccountCommand implements Callable<Integer> {
    private static final String ACTIONS = "add|list|roles|mandate|reset|disable|key|revoke-keys";
    private static final int MAX_DAYS = 366;

    private final Console console;

    @Mixin private final DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = ACTIONS, descriptionKey = "account-action")
    private String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ACCOUNT", descriptionKey = "account-id")
    private @Nullable String id;

    @Option(names = "--role", paramLabel = "ROLE", split = ",", descriptionKey = "account-role")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "NAME|ID", descriptionKey = "account-unit")
    private @Nullable String unit;

    @Option(names = "--decision", paramLabel = "NUMBER", descriptionKey = "account-decision")
    private @Nullable String decision;

    @Option(names = "--of", paramLabel = "NAME|ID", descriptionKey = "account-of")
    private List<String> inspected = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "account-from")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", descriptionKey = "account-until")
    private @Nullable LocalDate until;

    @Option(names = "--label", paramLabel = "TEXT", descriptionKey = "account-label")
    private String label = "-";

    @Option(names = "--days", paramLabel = "N", descriptionKey = "account-days")
    private int days = 90;

    @Mixin private final ByOption by = new ByOption();

    AccountCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!List.of(ACTIONS.split("\\|")).contains(action)) {
            throw Failure.at(ACTIONS, FailureCode.VALUE_UNKNOWN, action);
        }
        try (var installation = data.open(console)) {
            var accounts = installation.accounts();
            switch (action) {
                case "add" ->
                        issued(
                                installation,
                                accounts.add(id(), roles(), unit(installation)),
                                AccountChange.ADDED);
                case "roles" -> {
                    requireSomebodyElse();
                    changed(
                            installation,
                            accounts.change(id(), roles(), unit(installation)),
                            AccountChange.ROLES);
                }
                case "mandate" -> {
                    requireSomebodyElse();
                    changed(
                            installation,
                            accounts.mandate(id(), mandate(installation)),
                            AccountChange.MANDATE);
                }
                case "reset" -> issued(installation, accounts.reset(id()), AccountChange.RESET);
                case "disable" ->
                        changed(installation, accounts.disable(id()), AccountChange.DISABLED);
                case "key" -> key(installation, accounts);
                case "revoke-keys" -> {
                    int many = accounts.revokeKeys(id());
                    changed(
                            installation,
                            accounts.find(id()).orElseThrow(),
                            AccountChange.KEYS_REVOKED);
                    console.print(console.messages().text("cli.account.revoked", many));
                }
                default -> accounts.all().forEach(account -> console.print(line(account)));
            }
        }
        return 0;
    }

    private String id() {
        if (id == null) {
            throw Failure.at("ACCOUNT", FailureCode.PARAMETER_MISSING, "");
        }
        return id;
    }

    private Set<Role> roles() {
        if (roles.isEmpty()) {
            throw Failure.at("--role", FailureCode.PARAMETER_MISSING, "");
        }
        return roles.stream()
                .map(name ->
                        Role.of(name)
                                .orElseThrow(() ->
                                        Failure.at("--role", FailureCode.VALUE_UNKNOWN, name)))
                .collect(Collectors.toSet());
    }

    /// Null where no decision is named: the account reads everything again.
    private @Nullable Mandate mandate(Installation installation) {
        if (decision == null) {
            return null;
        }
        if (from == null || until == null) {
            var missing = from == null ? "--from" : "--until";
            throw Failure.at(missing, FailureCode.PARAMETER_MISSING, "");
        }
        var units =
                inspected.stream()
                        .map(name -> unit(installation, name, "--of"))
                        .collect(Collectors.toSet());
        return new Mandate(decision, units, from, until);
    }

    private @Nullable UnitId unit(Installation installation) {
        return unit == null ? null : unit(installation, unit, "--unit");
    }

    /// By id or by name; of several units of one name the one that still exists.
    private static UnitId unit(Installation installation, String unit, String option) {
        installation.catchUp();
        var named =
                installation.projections().register().units().stream()
                        .filter(row ->
                                row.authorityName().equals(unit)
                                        || row.name().equals(unit)
                                        || row.id().value().toString().equals(unit))
                        .toList();
        var living = named.stream().filter(row -> row.endedOn() == null).toList();
        var meant = living.isEmpty() ? named : living;
        if (meant.isEmpty()) {
            throw Failure.at(option, FailureCode.AUTHORITY_UNKNOWN, unit);
        }
        if (meant.size() > 1) {
            throw Failure.of(
                    FailureCode.AUTHORITY_AMBIGUOUS, Map.of("value", unit, "units", ids(meant)));
        }
        return meant.getFirst().id();
    }

    private static String ids(List<UnitRow> units) {
        return units.stream()
                .map(row -> row.id().value().toString())
                .collect(Collectors.joining(", "));
    }

    /// @throws Failure `OWN_ROLES`
    private void requireSomebodyElse() {
        if (by.accessor().user().equals(id)) {
            throw Failure.of(FailureCode.OWN_ROLES);
        }
    }

    private void issued(Installation installation, Accounts.Issued issued, AccountChange change) {
        enter(installation, issued.account(), change);
        console.say("cli.account.issued", issued.account().id());
        console.print(issued.password());
    }

    private void changed(Installation installation, Account account, AccountChange change) {
        enter(installation, account, change);
        console.print(line(account));
    }

    private void key(Installation installation, Accounts accounts) {
        if (days < 1 || days > MAX_DAYS) {
            throw Failure.at("--days", FailureCode.LIMIT_OUT_OF_RANGE, Integer.toString(days));
        }
        var key = accounts.newKey(id(), label, Duration.ofDays(days));
        enter(installation, accounts.find(id()).orElseThrow(), AccountChange.KEY);
        console.say("cli.account.key", id(), days);
        console.print(key);
    }

    private void enter(Installation installation, Account account, AccountChange change) {
        installation.ledger().access().enter(by.accessor(), List.of(change.of(account)));
    }

    private String line(Account account) {
        var messages = console.messages();
        var roles =
                account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        return "%-24s %-32s %s%s%s"
                .formatted(
                        account.id(),
                        roles,
                        account.unit() == null ? "-" : account.unit().value(),
                        mandate(account),
                        account.disabled() ? " " + messages.text("cli.account.disabled") : "");
    }

    private String mandate(Account account) {
        var mandate = account.mandate();
        return mandate == null
                ? ""
                : " "
                        + console.messages()
                                .text(
                                        "cli.account.mandate",
                                        mandate.decision(),
                                        mandate.from(),
                                        mandate.until(),
                                        mandate.units().size());
    }
}
