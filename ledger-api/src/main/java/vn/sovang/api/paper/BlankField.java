package vn.sovang.api.paper;

import vn.sovang.api.paper.BlankLayout.Align;
import vn.sovang.api.paper.BlankLayout.Face;
import vn.sovang.api.paper.BlankLayout.Place;

/// What is printed on a blank (*phôi*). Everything else stands on it already.
public enum BlankField {
    /// Who is honoured.
    NAME(new Place(true, 40, 90, 217, 28, 2, Align.CENTRE, Face.BOLD)),
    /// Unit of the recipient then.
    UNIT(new Place(true, 40, 116, 217, 16, 2, Align.CENTRE, Face.REGULAR)),
    /// For what, as the office writes it for all lines at once.
    MERIT(new Place(true, 40, 132, 217, 16, 2, Align.CENTRE, Face.ITALIC)),
    /// Award and rank; most blanks bear it already.
    AWARD(new Place(false, 40, 70, 217, 20, 1, Align.CENTRE, Face.BOLD)),
    /// Number and day of the decision.
    DECISION(new Place(true, 28, 168, 110, 12, 2, Align.LEFT, Face.REGULAR)),
    /// Number in the golden book.
    GOLDEN_BOOK(new Place(true, 28, 180, 110, 12, 1, Align.LEFT, Face.REGULAR)),
    /// Place and day of signature.
    DAY(new Place(true, 155, 150, 117, 13, 1, Align.CENTRE, Face.ITALIC)),
    /// Who signed, as the decision prints it.
    SIGNER(new Place(true, 155, 184, 117, 14, 2, Align.CENTRE, Face.BOLD));

    private final Place usual;

    BlankField(Place usual) {
        this.usual = usual;
    }

    /// On a sheet of A4 lying across, until the office says otherwise.
    Place usual() {
        return usual;
    }
}
