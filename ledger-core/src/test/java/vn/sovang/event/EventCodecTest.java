package vn.sovang.event;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.Document;
import vn.sovang.vocabulary.DocumentNumber;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.ExceptionId;
import vn.sovang.vocabulary.FindingKey;
import vn.sovang.vocabulary.ImportId;
import vn.sovang.vocabulary.InspectedMatter;
import vn.sovang.vocabulary.SampleSeed;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.UnitId;
import vn.sovang.vocabulary.WrittenDate;

/// The bytes of every event, frozen: a stored leaf is for ever, and what writes new ones must go on
/// writing the same.
class EventCodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path SUMS = GOLDEN.resolve("SHA256SUMS");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID OTHER = UUID.fromString("b5b83533-f802-4b10-86cc-0a6df3eeb0cf");

    private final EventCodec codec = new EventCodec();

    static Stream<String> names() {
        return EventCatalogue.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writes_the_golden_bytes_and_reads_them_back(String name) throws IOException {
        var fact = fact((LedgerEvent) sample(EventCatalogue.typeOf(name)));
        var leaf = codec.encode(ID, fact);
        patch(leaf);
        int revision = EventCatalogue.revisionOf(name);
        var golden = golden(name, revision);
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.write(golden, leaf);
            Files.writeString(SUMS, sum(golden) + "\n", CREATE, APPEND);
        }
        assertThat(new String(leaf, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
        var read = codec.decode(7, leaf);
        assertThat(read.id()).isEqualTo(ID);
        assertThat(read.recordedAt()).isEqualTo(Instant.parse("2026-11-22T08:15:00.123456Z"));
        assertThat(read.fact()).isEqualTo(fact);
    }

    static Stream<Arguments> revisions() {
        return names().flatMap(name ->
                IntStream.rangeClosed(1, EventCatalogue.revisionOf(name))
                        .mapToObj(revision -> Arguments.of(name, revision)));
    }

    /// Nothing that an earlier version wrote is lost on a reader of today.
    @ParameterizedTest
    @MethodSource("revisions")
    void reads_every_revision(String name, int revision) throws IOException {
        var leaf = Files.readAllBytes(golden(name, revision));
        var read = codec.decode(7, leaf);
        var again = JSON.readTree(codec.encode(read.id(), read.fact())).get("data");
        assertThat(within(JSON.readTree(leaf).get("data"), again)).isTrue();
    }

    /// The short cut is taken by every leaf we wrote, and answers what the long way does.
    @ParameterizedTest
    @MethodSource("revisions")
    void reads_in_one_pass_what_it_reads_through_a_tree(String name, int revision)
            throws IOException {
        var leaf = Files.readAllBytes(golden(name, revision));
        assertThat(codec.decodeInOnePass(7, leaf))
                .isNotNull()
                .isEqualTo(codec.decodeSlowly(7, leaf));
    }

    /// Whatever is odd about a leaf, one pass answers nothing or what the tree answers.
    @ParameterizedTest
    @MethodSource("names")
    void never_reads_in_one_pass_what_the_tree_refuses(String name) throws IOException {
        var leaf = Files.readString(golden(name, EventCatalogue.revisionOf(name)));
        var random = new Random(name.hashCode());
        int read = 0;
        for (int i = 0; i < 400; i++) {
            var odd = odd(leaf, random).getBytes(StandardCharsets.UTF_8);
            var inOnePass = codec.decodeInOnePass(7, odd);
            if (inOnePass != null) {
                read++;
                assertThat(inOnePass).isEqualTo(codec.decodeSlowly(7, odd));
            }
        }
        assertThat(read).as("leaves that were still to be read").isPositive();
    }

    /// One piece of it repeated, left out, or put elsewhere, or one letter another.
    private static String odd(String leaf, Random random) {
        int at = random.nextInt(leaf.length());
        int end = Math.min(leaf.length(), at + 1 + random.nextInt(20));
        var piece = leaf.substring(at, end);
        return switch (random.nextInt(5)) {
            case 0 -> leaf.substring(0, at) + leaf.substring(end);
            case 1 -> leaf.substring(0, end) + piece + leaf.substring(end);
            case 2 -> leaf + piece;
            case 3 -> leaf.replaceFirst("\"type\":\"[^\"]*\",", "") + " ";
            default -> {
                char other = (char) (' ' + random.nextInt('~' - ' '));
                yield leaf.substring(0, at) + other + leaf.substring(at + 1);
            }
        };
    }

    private static boolean within(JsonNode part, JsonNode whole) {
        return part.isObject()
                ? part.propertyStream()
                        .allMatch(p ->
                                whole.has(p.getKey())
                                        && within(p.getValue(), whole.get(p.getKey())))
                : part.equals(whole);
    }

    /// A golden file that was changed and not only added fails here: leaves like it are out there.
    @Test
    void golden_leaves_are_frozen() throws IOException {
        var frozen = Files.readAllLines(SUMS);
        assertThat(frozen).hasSizeGreaterThanOrEqualTo(EventCatalogue.names().size());
        try (var files = Files.list(GOLDEN)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                assertThat(frozen).contains(sum(file));
            }
        }
    }

    private static String sum(Path golden) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(golden));
            return HexFormat.of().formatHex(digest) + "  " + golden.getFileName();
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Path golden(String name, int revision) {
        return GOLDEN.resolve(name + ".rev" + revision + ".json");
    }

    private static void patch(byte[] leaf) {
        var stamp = EventCodec.stamp(Instant.parse("2026-11-22T08:15:00.123456789Z"));
        assertThat(stamp).hasSize(EventCodec.STAMP_WIDTH);
        System.arraycopy(
                stamp.getBytes(StandardCharsets.US_ASCII),
                0,
                leaf,
                EventCodec.stampOffset(leaf),
                EventCodec.STAMP_WIDTH);
    }

    @Test
    void an_event_without_paper_and_extras_is_read_back() {
        var fact =
                new Fact(
                        new LedgerOpened("test.example/x", LedgerOpened.Clock.SYSTEM),
                        LocalDate.parse("2026-11-22"),
                        new Document.None("mở sổ"),
                        new Actor("system", "SYSTEM", null),
                        OTHER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var leaf = codec.encode(ID, fact);
        patch(leaf);
        assertThat(codec.decode(1, leaf).fact()).isEqualTo(fact);
    }

    @Test
    void an_exception_is_read_back_in_one_pass_and_a_field_from_later_is_left_to_the_tree() {
        var fact = fact(new LedgerOpened("x", LedgerOpened.Clock.SYSTEM));
        var excepted = fact.under(new ExceptionId(OTHER));
        var leaf = codec.encode(ID, excepted);
        patch(leaf);
        assertThat(codec.decodeInOnePass(1, leaf)).isEqualTo(codec.decodeSlowly(1, leaf));
        assertThat(codec.decode(1, leaf).fact()).isEqualTo(excepted);
        var later =
                new String(leaf, StandardCharsets.UTF_8)
                        .replace("\"exception\":", "\"laterField\":");
        assertThat(codec.decodeInOnePass(1, later.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void an_unknown_event_is_named_not_skipped() {
        var leaf = codec.encode(ID, fact(new LedgerOpened("x", LedgerOpened.Clock.SYSTEM)));
        patch(leaf);
        var newer =
                new String(leaf, StandardCharsets.UTF_8)
                        .replace("ledger.LedgerOpened", "ledger.LedgerFolded");
        assertThatThrownBy(() -> codec.decode(9, newer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("ledger.LedgerFolded");
        assertThatThrownBy(() -> codec.decode(9, "{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("position 9");
    }

    /// A date that the paper gives in part goes into the leaf and comes back letter by letter.
    @Test
    void a_written_date_is_read_back_letter_by_letter() {
        var date = new WrittenDate("00/00/1948");
        var number = new DocumentNumber("Số 12 KT/CT");
        var paper = new Document.Paper(number, null, "Chủ tịch nước", null, null, date);
        var f = fact(new LedgerOpened("x", LedgerOpened.Clock.SYSTEM));
        var old =
                new Fact(
                        f.event(),
                        f.effectiveOn(),
                        paper,
                        f.by(),
                        f.request(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var leaf = codec.encode(ID, old);
        patch(leaf);
        assertThat(new String(leaf, StandardCharsets.UTF_8))
                .contains("\"writtenDate\":\"00/00/1948\"")
                .doesNotContain("\"date\":");
        assertThat(codec.decode(1, leaf).fact()).isEqualTo(old);
    }

    private static Fact fact(LedgerEvent event) {
        return new Fact(
                event,
                LocalDate.parse("2024-06-30"),
                new Document.Paper(
                        new DocumentNumber("125/QĐ-UBND"),
                        LocalDate.parse("2024-06-30"),
                        "Ủy ban nhân dân thành phố",
                        "KT. CHỦ TỊCH",
                        null),
                new Actor("u-7", "CLERK", new UnitId(OTHER)),
                OTHER,
                "u-8",
                new Arrival(LocalDate.parse("2024-07-02"), "17"),
                new AsFound("DECISION_NUMBER_TAKEN", "số trùng", "u-9"),
                new Provenance(
                        Provenance.Source.SIGNED_PAPER, Provenance.Confidence.HIGH, "trang 2"),
                new ImportId(OTHER),
                ID);
    }

    /// A value of the type with every component set, the same each time.
    private static Object sample(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(sample(list.getActualTypeArguments()[0]));
        }
        var raw = (Class<?>) type;
        if (raw == String.class) {
            return "Bằng khen";
        }
        if (raw == int.class || raw == Integer.class) {
            return 3;
        }
        if (raw == EvidenceSubject.class) {
            return EvidenceSubject.of("award:" + OTHER);
        }
        if (raw == FindingKey.class) {
            return new FindingKey("DECISION_NUMBER_USED_TWICE", "award:" + OTHER);
        }
        if (raw == InspectedMatter.class) {
            return InspectedMatter.of("award:" + OTHER);
        }
        if (raw == SampleSeed.class) {
            return new SampleSeed("00".repeat(32));
        }
        if (raw == long.class || raw == Long.class) {
            return 2_340_000L;
        }
        if (raw == boolean.class) {
            return true;
        }
        if (raw == UUID.class) {
            return OTHER;
        }
        if (raw == LocalDate.class) {
            return LocalDate.parse("1994-12-17");
        }
        if (raw == AwardCode.class) {
            return new AwardCode("BK_TINH");
        }
        if (raw == SerialNumber.class) {
            return new SerialNumber("No 0012");
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return record(raw);
    }

    private static Object record(Class<?> raw) {
        var components = raw.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        var values =
                Arrays.stream(components)
                        .map(RecordComponent::getGenericType)
                        .map(EventCodecTest::sample)
                        .toArray();
        try {
            return raw.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(raw + " cannot be sampled", e);
        }
    }
}
