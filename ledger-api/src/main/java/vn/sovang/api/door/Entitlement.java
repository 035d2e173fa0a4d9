package vn.sovang.api.door;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import vn.sovang.Ledger;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;

/// Asks the table about an address that a request stands for without having been sent there: one
/// line of a bulk request.
@Component
public final class Entitlement {
    private final Permissions permissions;
    private final Ledger ledger;

    Entitlement(Permissions permissions, Ledger ledger) {
        this.permissions = permissions;
        this.ledger = ledger;
    }

    /// Whether the table admits somebody to the address: asked where a page offers it.
    public boolean admits(String method, String path, SignedIn who) {
        return permissions
                .find(method, PathContainer.parsePath(path))
                .filter(row -> row.roles().stream().anyMatch(who.roles()::contains))
                .isPresent();
    }

    /// Whether a page shows a way to the address: to whoever may go there.
    ///
    /// @param reader empty for somebody who has not signed in
    /// @param path with or without parameters
    public boolean shows(Optional<SignedIn> reader, String path) {
        return permissions
                .find("GET", PathContainer.parsePath(path.split("\\?", 2)[0]))
                .filter(row ->
                        row.isPublic()
                                || reader.stream()
                                        .anyMatch(who ->
                                                row.roles().stream()
                                                        .anyMatch(who.roles()::contains)))
                .isPresent();
    }

    /// The same person in the role in which the address admits him. A refusal is on record.
    ///
    /// @throws Failure `ROLE_NEEDED`
    public SignedIn at(String method, String path, SignedIn who) {
        var row = permissions.find(method, PathContainer.parsePath(path));
        var acting =
                row.stream()
                        .flatMap(found -> found.roles().stream())
                        .filter(who.roles()::contains)
                        .findFirst();
        if (acting.isEmpty()) {
            var code = FailureCode.ROLE_NEEDED;
            var entry = new Refused(code.name(), method + " " + path, List.of());
            ledger.access().note(who.accessor(), List.of(entry));
            throw Failure.of(code);
        }
        return new SignedIn(who.user(), who.roles(), who.unit(), acting.get(), who.mandate());
    }
}
