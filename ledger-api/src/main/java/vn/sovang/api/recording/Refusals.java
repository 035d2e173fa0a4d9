package vn.sovang.api.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.sovang.decider.RefusalCode;

/// Which refusals a feature may answer with, as its compiled rules name them. The list is a
/// resource that `CommandContractTest` derives again from the classes.
final class Refusals {
    static final String RESOURCE = "refusals.txt";

    /// What the ledger itself may say to any command.
    private static final List<RefusalCode> ALWAYS =
            List.of(
                    RefusalCode.EVENT_TOO_LARGE,
                    RefusalCode.LEDGER_SUSPENDED,
                    RefusalCode.CONTENDED);

    /// What the ledger asks before a feature's rules are asked.
    private static final Map<String, List<RefusalCode>> BEFORE_THE_RULES =
            Map.of("Inspections", List.of(RefusalCode.CUT_OFF_NOT_PUBLISHED));

    private final Map<String, List<RefusalCode>> byFeature;

    private Refusals(Map<String, List<RefusalCode>> byFeature) {
        this.byFeature = byFeature;
    }

    static Refusals load() {
        var stream = Objects.requireNonNull(Refusals.class.getResourceAsStream(RESOURCE));
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Refusals(
                    lines.lines()
                            .map(line -> line.split(":? "))
                            .collect(Collectors.toMap(words -> words[0], Refusals::codes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RefusalCode> codes(String[] words) {
        return java.util.Arrays.stream(words).skip(1).map(RefusalCode::valueOf).toList();
    }

    /// In the order of their names.
    List<RefusalCode> of(String feature) {
        var all = new java.util.ArrayList<>(byFeature.getOrDefault(feature, List.of()));
        all.addAll(BEFORE_THE_RULES.getOrDefault(feature, List.of()));
        all.addAll(ALWAYS);
        return all.stream().distinct().sorted(java.util.Comparator.comparing(Enum::name)).toList();
    }
}
