package vn.sovang.vocabulary;

import java.util.List;

/// One advisory check of a standard (*kiểm tra tiêu chuẩn*) as it came out on the day.
///
/// @param rule short name of the rule, such as `E1`
/// @param version of the rules it was taken from, such as `LUAT-2022/1`
/// @param basis article that sets the standard
/// @param inputs what was looked at: awards by code and year, figures of the dossier; never a
///   person's name
public record EligibilityCheck(
        String rule, String version, RuleResult result, String basis, List<String> inputs) {
    public EligibilityCheck {
        rule = Text.of("rule", rule);
        version = Text.of("version", version);
        basis = Text.of("basis", basis);
        inputs = List.copyOf(inputs);
    }
}
