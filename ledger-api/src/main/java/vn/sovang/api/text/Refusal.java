package vn.sovang.api.text;

import java.util.EnumSet;
import java.util.Set;
import vn.sovang.decider.Outcome.Refused;
import vn.sovang.decider.RefusalCode;

/// A rule's no, on its way to a program: a problem with the rule's own code.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What is wrong with the request whatever the ledger holds: 422. Everything else is a conflict
    /// with what is recorded: 409.
    private static final Set<RefusalCode> OF_THE_REQUEST =
            EnumSet.of(
                    RefusalCode.IN_THE_FUTURE,
                    RefusalCode.DOCUMENT_MISSING,
                    RefusalCode.SECOND_PERSON_MISSING,
                    RefusalCode.DAY_NOT_AS_WRITTEN,
                    RefusalCode.DATE_INCOMPLETE,
                    RefusalCode.UNIT_FOLLOWS_ITSELF,
                    RefusalCode.SPLIT_NEEDS_TWO_SUCCESSORS,
                    RefusalCode.SEALED_FOR_ANOTHER,
                    RefusalCode.NOTHING_TO_CORRECT,
                    RefusalCode.PAPER_NOT_SIGNED,
                    RefusalCode.LIST_EMPTY,
                    RefusalCode.LIST_TOO_LONG,
                    RefusalCode.AUTHORISATION_MISSING,
                    RefusalCode.CUSTODY_GOES_NOWHERE,
                    RefusalCode.READING_UNFIT,
                    RefusalCode.ANOMALY_EVIDENCE_MISSING,
                    RefusalCode.IMPORT_EMPTY,
                    RefusalCode.IMPORT_TOO_LARGE,
                    RefusalCode.IMPORT_REJECTED,
                    RefusalCode.EVENT_TOO_LARGE,
                    RefusalCode.REQUEST_REUSED);

    private final transient Refused refused;

    public Refusal(Refused refused) {
        super(refused.code() + " " + refused.arguments());
        this.refused = refused;
    }

    public Refused refused() {
        return refused;
    }

    /// 409 or 422.
    public static int httpStatus(RefusalCode code) {
        return OF_THE_REQUEST.contains(code) ? 422 : 409;
    }
}
