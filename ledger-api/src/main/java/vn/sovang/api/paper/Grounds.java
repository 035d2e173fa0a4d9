package vn.sovang.api.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.sovang.api.paper.Paper.Block.Ground;

/// What a paper rests on (*căn cứ*), by the day it is drawn up: a law by name and day, without its
/// number (NĐ 30/2020/NĐ-CP, Phụ lục I). The office checks the draft, as it does every line of it.
final class Grounds {
    private record Text(String key, LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    private static final LocalDate EVER = LocalDate.MAX;

    private static final List<Text> TEXTS =
            List.of(
                    new Text("ground.law.2003", LocalDate.MIN, LocalDate.of(2024, 1, 1)),
                    new Text("ground.law.2022", LocalDate.of(2024, 1, 1), EVER),
                    new Text("ground.law.2026", LocalDate.of(2026, 10, 1), EVER),
                    new Text(
                            "ground.decree.2017",
                            LocalDate.of(2017, 10, 1),
                            LocalDate.of(2024, 1, 1)),
                    new Text(
                            "ground.decree.2023",
                            LocalDate.of(2024, 1, 1),
                            LocalDate.of(2025, 7, 1)),
                    new Text("ground.decree.2025", LocalDate.of(2025, 7, 1), EVER));

    private Grounds() {}

    /// Each on a line ending in `;`, the last in `.`.
    static List<Ground> on(LocalDate day) {
        var held = TEXTS.stream().filter(text -> text.holds(day)).toList();
        var grounds = new ArrayList<Ground>();
        for (int i = 0; i < held.size(); i++) {
            var end = i == held.size() - 1 ? "." : ";";
            grounds.add(new Ground(PaperTexts.text(held.get(i).key()) + end));
        }
        return grounds;
    }
}
