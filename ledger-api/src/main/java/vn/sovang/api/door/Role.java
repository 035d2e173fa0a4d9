package vn.sovang.api.door;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What somebody does in the register (*vai trò*). The ledger records decisions and never makes
/// them: no role has the power to confer anything.
public enum Role {
    /// Enters, imports, drafts (*công chức phụ trách thi đua, khen thưởng*).
    CLERK,
    /// Appraises (*người thẩm định*); never the file that the same person entered (R10).
    REVIEWER,
    /// Records the votes of the council (*thư ký Hội đồng*).
    COUNCIL_SECRETARY,
    /// Records number, day and signer from the signed paper (*văn thư*).
    DECISION_RECORDER,
    /// Receives and hands over items (*thủ kho hiện vật*).
    CUSTODIAN,
    /// Reads everything, proofs and the access log included (*thanh tra*).
    INSPECTOR,
    /// Decides on restriction and erasure (*phụ trách dữ liệu cá nhân*).
    DPO,
    /// Runs the service (*quản trị*): read models, keys, accounts; reads no record and holds no
    /// other role.
    ADMINISTRATOR,
    /// Sees how the service is (*giám sát vận hành*), as a program that collects measurements does;
    /// reads no record and changes nothing.
    MONITOR,
    /// Anybody (*người dân*): what needs no sign-in. Nobody is given it.
    PUBLIC;

    /// The roles that a person can be given.
    public static List<Role> given() {
        return Arrays.stream(values()).filter(role -> role != PUBLIC).toList();
    }

    /// The role of a name in any case; empty where nobody can be given one of that name.
    public static Optional<Role> of(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return given().stream().filter(role -> role.name().equals(wanted)).findFirst();
    }

    /// Whether one person may hold all of them: who runs the service does no business of the office
    /// beside it, and so cannot enter what he could also hide.
    public static boolean mayBeHeldTogether(Collection<Role> roles) {
        return !roles.contains(PUBLIC) && (!roles.contains(ADMINISTRATOR) || roles.size() == 1);
    }

    static Set<Role> copy(Collection<Role> roles) {
        return roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }
}
