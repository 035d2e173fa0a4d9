package vn.sovang.api.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sovang.projection.register.UnitRow;
import vn.sovang.projection.statistics.UnitName;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.UnitLevel;

/// Who issues a paper (*cơ quan ban hành văn bản*), as its head, place and foot name it.
///
/// @param name of the territory or of the body; null if the unit was never registered
/// @param deciding name of the deciding body, as sentences name it
record Office(@Nullable String name, String deciding, @Nullable UnitLevel level) {
    /// Of which nobody said which it is: dots, where a hand writes it.
    static final Office OPEN = new Office(PaperTexts.text("dots"), PaperTexts.text("dots"), null);

    static Office of(UnitName unit) {
        return of(unit.id(), unit.name(), unit.authorityName(), unit.level());
    }

    static Office of(UnitRow unit) {
        return of(unit.id(), unit.name(), unit.authorityName(), unit.level());
    }

    private static Office of(
            UnitId id,
            @Nullable String name,
            @Nullable String authority,
            @Nullable UnitLevel level) {
        return new Office(name, authority == null ? id.toString() : authority, level);
    }

    boolean isCommittee() {
        return name != null
                && (level == UnitLevel.TINH || level == UnitLevel.HUYEN || level == UnitLevel.XA);
    }

    /// A people's committee stands alone, without a body above it.
    List<String> body() {
        var lines = new ArrayList<String>();
        if (isCommittee()) {
            lines.add(PaperTexts.text("committee"));
        }
        var own = isCommittee() && name != null ? name : deciding;
        lines.add(own.toUpperCase(Locale.forLanguageTag("vi")));
        return lines;
    }

    /// *Địa danh* is the territory's own name: `thành phố Phan Rang - Tháp Chàm` writes from *Phan
    /// Rang - Tháp Chàm*. Names begin with a capital, kinds do not. Central bodies have no
    /// territory and write from the capital.
    String place() {
        if (level == UnitLevel.TRUNG_UONG) {
            return PaperTexts.text("place.capital");
        }
        var whole = name == null ? "" : name;
        int own = 0;
        while (own < whole.length() && !Character.isUpperCase(whole.codePointAt(own))) {
            own++;
        }
        return own < whole.length() ? whole.substring(own) : whole;
    }

    List<String> signature() {
        return isCommittee()
                ? List.of(
                        PaperTexts.text("signature.committee"), PaperTexts.text("signature.chair"))
                : List.of(PaperTexts.text("signature.head"));
    }

    /// An open number of a named kind, such as `BC`.
    String number(String kind) {
        return PaperTexts.text("number", symbol(kind));
    }

    /// What stands behind the number of a paper of that kind.
    String symbol(String kind) {
        return isCommittee() ? kind + "-UBND" : kind;
    }

    /// An open number of a letter.
    String letterNumber() {
        return PaperTexts.text("number", isCommittee() ? PaperTexts.text("letter.symbol") : "");
    }

    String placeAndOpenDate(int year) {
        return PaperTexts.text("place.date", place(), year);
    }
}
