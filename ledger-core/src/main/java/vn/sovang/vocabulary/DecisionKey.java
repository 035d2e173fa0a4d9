package vn.sovang.vocabulary;

/// What ought to tell decisions apart: a number is used once by an authority in a calendar year (NĐ
/// 30/2020/NĐ-CP Điều 15). Papers from before 2004 do not keep the rule, so this is a look-up key,
/// not an identity.
public record DecisionKey(UnitId authority, int year, String number) {
    public static DecisionKey of(UnitId authority, int year, DocumentNumber number) {
        return new DecisionKey(authority, year, number.folded());
    }

    public String tag() {
        return "decision:" + authority + "/" + year + "/" + number;
    }
}
