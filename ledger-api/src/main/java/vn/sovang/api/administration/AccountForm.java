package vn.sovang.api.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sovang.api.door.Mandate;
import vn.sovang.api.door.Role;
import vn.sovang.api.text.Days;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.projection.register.Register;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.vocabulary.UnitId;

/// What an administrator typed into a form about an account.
public record AccountForm(HttpServletRequest request, Register register) {
    private static final int MOST_DAYS = 366;

    private static final int LONGEST_LABEL = 100;

    /// The tick by which somebody says that the consequences were read.
    private static final String UNDERSTOOD = "da-hieu";

    /// What was typed; blank where nothing was.
    public String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    /// @throws Failure `NOT_CONFIRMED`
    void requireUnderstood() {
        if (text(UNDERSTOOD).isEmpty()) {
            throw Failure.of(FailureCode.NOT_CONFIRMED);
        }
    }

    /// What was ticked, known or not.
    public Set<String> ticked(String name) {
        var all = request.getParameterValues(name);
        return all == null ? Set.of() : new HashSet<>(List.of(all));
    }

    /// @throws Failure `PARAMETER_MISSING`, `VALUE_UNKNOWN`
    Set<Role> roles() {
        var all = request.getParameterValues("vai-tro");
        if (all == null) {
            throw Failure.at("vai-tro", FailureCode.PARAMETER_MISSING, "");
        }
        var roles = new HashSet<Role>();
        for (var name : all) {
            roles.add(
                    Role.of(name)
                            .orElseThrow(
                                    () -> Failure.at("vai-tro", FailureCode.VALUE_UNKNOWN, name)));
        }
        return roles;
    }

    /// @throws Failure `AUTHORITY_UNKNOWN`, `AUTHORITY_AMBIGUOUS`
    @Nullable UnitId unit() {
        var name = text("don-vi");
        return name.isEmpty() ? null : unit(name, "don-vi");
    }

    /// By identity or by name; of several units of one name the one that still exists.
    private UnitId unit(String name, String parameter) {
        var named =
                register.units().stream()
                        .filter(row ->
                                row.authorityName().equalsIgnoreCase(name)
                                        || row.name().equalsIgnoreCase(name)
                                        || row.id().value().toString().equals(name))
                        .toList();
        var living = named.stream().filter(row -> row.endedOn() == null).toList();
        var meant = living.isEmpty() ? named : living;
        if (meant.isEmpty()) {
            throw Failure.at(parameter, FailureCode.AUTHORITY_UNKNOWN, name);
        }
        if (meant.size() > 1) {
            throw Failure.of(
                    FailureCode.AUTHORITY_AMBIGUOUS, Map.of("value", name, "units", ids(meant)));
        }
        return meant.getFirst().id();
    }

    private static String ids(List<UnitRow> units) {
        return units.stream()
                .map(row -> row.id().value().toString())
                .collect(Collectors.joining(", "));
    }

    /// Null where no decision is named: the account reads everything again.
    ///
    /// @throws Failure `PARAMETER_MISSING`, `DAY_MALFORMED` and what a mandate and its units say
    @Nullable Mandate mandate() {
        var decision = text("so-quyet-dinh");
        if (decision.isEmpty()) {
            return null;
        }
        var units =
                text("cac-don-vi")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> unit(line, "cac-don-vi"))
                        .collect(Collectors.toSet());
        return new Mandate(decision, units, day("tu-ngay"), day("den-ngay"));
    }

    private LocalDate day(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            throw Failure.at(name, FailureCode.PARAMETER_MISSING, "");
        }
        return Days.read(text)
                .orElseThrow(() -> Failure.at(name, FailureCode.DATE_MALFORMED, text));
    }

    /// How long a key is good for, in days.
    ///
    /// @throws Failure `LIMIT_OUT_OF_RANGE`
    int days() {
        var text = text("so-ngay");
        int days = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw Failure.at("so-ngay", FailureCode.LIMIT_OUT_OF_RANGE, text);
        }
        return days;
    }

    /// What a key is for.
    ///
    /// @throws Failure `PARAMETER_MISSING`
    String label() {
        var label = text("nhan");
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw Failure.at("nhan", FailureCode.PARAMETER_MISSING, label);
        }
        return label;
    }
}
