package vn.sovang.benchmark.history;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Names of nobody: plants for people, spread as Vietnamese names are, so that a search meets as
/// many who share a first word as it would in an office.
public final class Plants {
    /// Two of five have the first of them, as two of five are called Nguyễn.
    private static final List<String> FAMILIES =
            List.of("Sen", "Cúc", "Trúc", "Thông", "Bưởi", "Chuối", "Dừa", "Khế", "Mít", "Ổi");

    private static final List<String> WORDS =
            List.of(
                    "Bèo", "Cải", "Cam", "Chanh", "Đào", "Đậu", "Gừng", "Hành", "Hẹ", "Húng", "Lúa",
                    "Lựu", "Mơ", "Mướp", "Na", "Nấm", "Nghệ", "Ngò", "Nho", "Quế", "Rau", "Riềng",
                    "Roi", "Sắn", "Sả", "Súng", "Tỏi", "Tre", "Vải", "Xoài");

    private static final int MOST_COMMON_PERCENT = 40;

    private Plants() {}

    /// A name of three or four words.
    public static String name(RandomGenerator random) {
        var family =
                random.nextInt(100) < MOST_COMMON_PERCENT
                        ? FAMILIES.getFirst()
                        : FAMILIES.get(random.nextInt(FAMILIES.size()));
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" ", family + " ", ""));
    }

    static String text(String field, RandomGenerator random) {
        return switch (field) {
            case "name" -> name(random);
            case "birth" -> Integer.toString(1930 + random.nextInt(75));
            case "residence" -> "Tổ " + (1 + random.nextInt(40)) + ", khu phố vườn thực nghiệm";
            default -> "Thất lạc khi chuyển vườn";
        };
    }
}
