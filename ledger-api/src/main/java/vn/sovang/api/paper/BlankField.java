package vn.sovang.api.paper;

import vn.sovang.api.paper.BlankLayout.Align;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayout.Place;

/// What is printed on a blank (*phôi*). Everything else stands on it already.
public enum BlankField {
    /// Who is honoured.
    NAME,
    /// Unit of the recipient then.
    UNIT,
    /// For what, as the office writes it for all lines at once.
    MERIT,
    /// Award and rank; most blanks bear it already.
    AWARD,
    /// Number and day of the decision.
    DECISION,
    /// Number in the golden book.
    GOLDEN_BOOK,
    /// Place and day of signature.
    DAY,
    /// Who signed, as the decision prints it.
    SIGNER;

    /// On a sheet of A4 lying across, until the office says otherwise.
    Place usual() {
        return switch (this) {
            case NAME -> new Place(true, 40, 90, 217, 28, 2, Align.CENTRE, Face.BOLD);
            case UNIT -> new Place(true, 40, 116, 217, 16, 2, Align.CENTRE, Face.REGULAR);
            case MERIT -> new Place(true, 40, 132, 217, 16, 2, Align.CENTRE, Face.ITALIC);
            case AWARD -> new Place(false, 40, 70, 217, 20, 1, Align.CENTRE, Face.BOLD);
            case DECISION -> new Place(true, 28, 168, 110, 12, 2, Align.LEFT, Face.REGULAR);
            case GOLDEN_BOOK -> new Place(true, 28, 180, 110, 12, 1, Align.LEFT, Face.REGULAR);
            case DAY -> new Place(true, 155, 150, 117, 13, 1, Align.CENTRE, Face.ITALIC);
            case SIGNER -> new Place(true, 155, 184, 117, 14, 2, Align.CENTRE, Face.BOLD);
        };
    }
}
