package vn.sovang.api.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sovang.access.AccessNotEntered;
import vn.sovang.eventstore.LedgerDamaged;
import vn.sovang.eventstore.OutcomeUnknown;
import vn.sovang.eventstore.StoreBusy;
import vn.sovang.eventstore.StoreClosed;
import vn.sovang.postgres.DatabaseFailure;
import vn.sovang.postgres.DatabaseUnavailable;
import vn.sovang.postgres.PrivilegedLogin;
import vn.sovang.privacy.TamperedSeal;
import vn.sovang.seal.SealingRefused;
import vn.sovang.witness.PolicyFile;
import vn.sovang.witness.WitnessNotReady;

/// A question that cannot be answered, on its way to whoever asked: a problem over the network, a
/// message and an exit code on the command line.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 300;

    private final FailureCode code;
    private final transient Map<String, String> arguments;
    private final @Nullable String parameter;
    private final transient List<Place> places;

    private Failure(
            FailureCode code,
            @Nullable String parameter,
            Map<String, String> arguments,
            @Nullable Throwable cause) {
        this(code, parameter, arguments, cause, List.of());
    }

    private Failure(
            FailureCode code,
            @Nullable String parameter,
            Map<String, String> arguments,
            @Nullable Throwable cause,
            List<Place> places) {
        super(code + " " + arguments + (places.isEmpty() ? "" : " " + places), cause);
        this.code = code;
        this.parameter = parameter;
        this.arguments = Map.copyOf(arguments);
        this.places = List.copyOf(places);
    }

    /// One place of a body that cannot be used.
    ///
    /// @param pointer JSON pointer (RFC 6901), such as `/line/rank`
    public record Place(String pointer, FailureCode code, Map<String, String> arguments) {
        public Place {
            arguments = Map.copyOf(arguments);
        }

        /// What is wrong with it; a form named in `expected` is told in words.
        public String text(Messages messages) {
            var shown = new HashMap<>(arguments);
            shown.computeIfPresent("expected", (_, form) -> expected(form, messages));
            return messages.text("failure." + code, shown);
        }

        private static String expected(String form, Messages messages) {
            return messages.has("expected." + form) ? messages.text("expected." + form) : form;
        }
    }

    /// A body with places that cannot be used.
    public static Failure in(List<Place> places) {
        var count = Map.of("count", Integer.toString(places.size()));
        return new Failure(FailureCode.FIELDS_WRONG, null, count, null, places);
    }

    public static Failure of(FailureCode code) {
        return new Failure(code, null, Map.of(), null);
    }

    public static Failure of(FailureCode code, String name, String value) {
        return new Failure(code, null, Map.of(name, value), null);
    }

    public static Failure of(FailureCode code, Map<String, String> arguments) {
        return new Failure(code, null, arguments, null);
    }

    /// A parameter whose value cannot be used.
    public static Failure at(String parameter, FailureCode code, String value) {
        return new Failure(
                code, parameter, Map.of("parameter", parameter, "value", shown(value)), null);
    }

    /// What a reader is told about an exception of the layers below; `INTERNAL` for one that nobody
    /// foresaw.
    public static Failure from(Throwable thrown) {
        return switch (thrown) {
            case Failure failure -> failure;
            case AccessNotEntered e -> caused(FailureCode.ACCESS_NOT_ENTERED, e, message(e));
            case SealingRefused e -> caused(FailureCode.LEDGER_SUSPENDED, e, e.describe());
            case LedgerDamaged e -> caused(FailureCode.LEDGER_SUSPENDED, e, message(e));
            case TamperedSeal e -> caused(FailureCode.LEDGER_SUSPENDED, e, message(e));
            case PrivilegedLogin e ->
                    new Failure(
                            FailureCode.PRIVILEGED_LOGIN,
                            null,
                            Map.of("user", shown(e.user()), "power", shown(e.power())),
                            e);
            case PolicyFile.Unusable e -> caused(FailureCode.POLICY_FILE_UNUSABLE, e, message(e));
            case WitnessNotReady e -> caused(FailureCode.WITNESS_NOT_READY, e, message(e));
            case DatabaseUnavailable e -> caused(FailureCode.UNAVAILABLE, e, message(e));
            case StoreBusy e -> caused(FailureCode.STORE_BUSY, e, message(e));
            case StoreClosed e -> caused(FailureCode.UNAVAILABLE, e, message(e));
            case OutcomeUnknown e -> caused(FailureCode.OUTCOME_UNKNOWN, e, message(e));
            case DatabaseFailure e when e.isOutage() ->
                    caused(FailureCode.UNAVAILABLE, e, message(e));
            default -> new Failure(FailureCode.INTERNAL, null, Map.of(), thrown);
        };
    }

    private static Failure caused(FailureCode code, Throwable cause, String reason) {
        return new Failure(code, null, Map.of("reason", shown(reason)), cause);
    }

    private static String message(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    /// The same with the exception that led to it, for the log.
    public Failure because(Throwable cause) {
        return new Failure(code, parameter, arguments, cause, places);
    }

    /// What strangers send is shown back in part only, and on one line.
    public static String shown(String value) {
        var line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
    }

    public FailureCode code() {
        return code;
    }

    /// The parameter at fault; null where it is none.
    public @Nullable String parameter() {
        return parameter;
    }

    /// Places of the body at fault; empty where it is not about a body.
    public List<Place> places() {
        return places;
    }

    /// What went wrong, in one sentence.
    public String text(Messages messages) {
        return messages.text("failure." + code, arguments);
    }
}
