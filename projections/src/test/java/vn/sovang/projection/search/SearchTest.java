package vn.sovang.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sovang.testing.PhanRang.CITY;

import java.nio.file.Path;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sovang.Ledger;
import vn.sovang.LedgerSettings;
import vn.sovang.Submission.Receipt;
import vn.sovang.artifact.ArtifactCommand.IssueArtifact;
import vn.sovang.decider.Command;
import vn.sovang.decider.Origin;
import vn.sovang.decision.RecordDecision;
import vn.sovang.event.RecipientEvent.RecipientCorrected;
import vn.sovang.event.RecipientEvent.RecipientRegistered;
import vn.sovang.postgres.Database;
import vn.sovang.projection.Projections;
import vn.sovang.projection.search.Search.Page;
import vn.sovang.projection.search.Sought.Flaw;
import vn.sovang.projection.search.Sought.Unusable;
import vn.sovang.projection.search.Sought.Words;
import vn.sovang.recipient.RecipientChange.CorrectRecipient;
import vn.sovang.recipient.RegisterRecipient;
import vn.sovang.subject.SubjectCommand.EraseIdentity;
import vn.sovang.subject.SubjectCommand.LiftRestriction;
import vn.sovang.subject.SubjectCommand.RestrictProcessing;
import vn.sovang.testing.PhanRang;
import vn.sovang.testing.TestDatabase;
import vn.sovang.unit.UnitCommand.RenameUnit;
import vn.sovang.vocabulary.ArtifactId;
import vn.sovang.vocabulary.ArtifactKind;
import vn.sovang.vocabulary.AwardCode;
import vn.sovang.vocabulary.AwardId;
import vn.sovang.vocabulary.AwardLine;
import vn.sovang.vocabulary.CommendationType;
import vn.sovang.vocabulary.ConferralMode;
import vn.sovang.vocabulary.DecisionId;
import vn.sovang.vocabulary.ErasureGround;
import vn.sovang.vocabulary.GoldenBookNumber;
import vn.sovang.vocabulary.Rank;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.RecipientKind;
import vn.sovang.vocabulary.RestrictionGround;
import vn.sovang.vocabulary.SerialNumber;
import vn.sovang.vocabulary.SubjectId;

/// A whole ledger with real keys, and what people type. The people are nobody.
class SearchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Page FIRST = new Page(0, 20);
    private static final long NOW = Long.MAX_VALUE;

    @TempDir private Path folder;

    private final Database database = TestDatabase.fresh();
    private final Map<String, String> people = new LinkedHashMap<>();
    private Ledger ledger;
    private Projections projections;

    @BeforeEach
    void open() {
        ledger =
                Ledger.open(
                        new LedgerSettings(
                                database,
                                folder.resolve("keys"),
                                folder.resolve("anchor"),
                                "test.example/search",
                                InstantSource.system()));
        projections = start();
    }

    private Projections start() {
        var started =
                Projections.open(
                        database.read(), ledger.feed(), "test", ledger.identities().blindIndex());
        started.start();
        return started;
    }

    @AfterEach
    void close() {
        projections.close();
        ledger.close();
        database.close();
    }

    private Search search() {
        assertThat(projections.awaitPosition(ledger.feed().head(), PATIENCE)).isTrue();
        return projections.search();
    }

    private static Origin on(String day, String number) {
        return PhanRang.origin("an", day, PhanRang.paper(number, day));
    }

    private void submit(Command command) {
        assertThat(ledger.submit(command)).isInstanceOf(Receipt.class);
    }

    private RecipientId person(String name) {
        var id = new RecipientId(UUID.randomUUID());
        var batch = ledger.identities().newBatch();
        var registered =
                new RecipientRegistered(
                        id,
                        RecipientKind.INDIVIDUAL,
                        batch.seal(id.value(), "name", name),
                        null,
                        null);
        batch.commit();
        submit(new RegisterRecipient(PhanRang.origin("an", "2010-01-01"), registered));
        people.put(id.toString(), name);
        return id;
    }

    private static Words words(String text) {
        assertThat(Sought.of(text)).isInstanceOf(Words.class);
        return (Words) Sought.of(text);
    }

    private List<Hit> hits(SearchKind kind, String text) {
        return search().find(words(text), Set.of(kind), NOW, FIRST).stream()
                .flatMap(found -> found.hits().stream())
                .toList();
    }

    /// Names that answer, best first; those found only without accents are marked.
    private List<String> names(String text) {
        var names = new ArrayList<String>();
        for (var hit : hits(SearchKind.RECIPIENT, text)) {
            assertThat(hit.label()).as("no name is shown").isNull();
            var name = people.get(hit.id());
            names.add(hit.exact() ? name : "~" + name);
        }
        return names;
    }

    private AwardId decided(RecipientId recipient, String number) {
        var award = new AwardId(UUID.randomUUID());
        var line =
                new AwardLine(
                        new AwardCode("GK_HUYEN"),
                        Rank.NONE,
                        recipient,
                        RecipientKind.INDIVIDUAL,
                        CommendationType.CONG_TRANG,
                        null);
        submit(
                new RecordDecision(
                        on("2010-03-01", number),
                        new DecisionId(UUID.randomUUID()),
                        CITY,
                        List.of(
                                new RecordDecision.Line(
                                        award, ConferralMode.TANG, null, null, line))));
        return award;
    }

    @Test
    void names_are_found_however_they_are_typed() {
        person("Nguyễn Thị Hòa");
        person("Nguyễn Thị Hoa");
        person("Bà mẹ Nguyễn Thị Thuý");
        person(Normalizer.normalize("Đặng Thử Hỏa", Normalizer.Form.NFD));
        person("Thượng tá Lý Văn Sỹ");
        person("NGUYỄN VĂN Ý");

        assertThat(names("nguyễn thị hoà"))
                .as("place of the tone mark; exact first, then without accents")
                .containsExactly("Nguyễn Thị Hòa", "~Nguyễn Thị Hoa");
        assertThat(names("nguyen thi"))
                .containsExactlyInAnyOrder(
                        "~Nguyễn Thị Hòa", "~Nguyễn Thị Hoa", "~Bà mẹ Nguyễn Thị Thuý");
        assertThat(names("Thúy")).containsExactly("Bà mẹ Nguyễn Thị Thuý");
        assertThat(names("bà Nguyễn Thị Thúy")).containsExactly("Bà mẹ Nguyễn Thị Thuý");
        assertThat(names("Đ/c Thúy")).containsExactly("Bà mẹ Nguyễn Thị Thuý");
        assertThat(names("dang thu hoa")).hasSize(1);
        assertThat(names("ĐẶNG THỬ HỎA")).hasSize(1).allMatch(n -> !n.startsWith("~"));
        assertThat(names("ly van si")).containsExactly("~Thượng tá Lý Văn Sỹ");
        assertThat(names("Y")).containsExactly("~NGUYỄN VĂN Ý");
        assertThat(names("hoa thi"))
                .as("words in any order")
                .containsExactlyInAnyOrder("~Nguyễn Thị Hòa", "~Nguyễn Thị Hoa");
        assertThat(names("nguyen thu")).as("beginning of the given name").hasSize(1);
        assertThat(names("nguy thi")).as("only of the given name").isEmpty();
        assertThat(names("Trần")).isEmpty();
    }

    @Test
    void the_given_name_comes_before_a_middle_name() {
        person("Lê Hoa Thử");
        person("Lê Thử Hoa");

        assertThat(names("Hoa")).containsExactly("Lê Thử Hoa", "Lê Hoa Thử");
    }

    @Test
    void tables_hold_no_name_and_nothing_that_is_equal_for_equal_names() throws SQLException {
        person("Nguyễn Thị Thử Hòa");
        person("Nguyễn Thị Thử Hòa");
        search();
        var tokens = new ArrayList<String>();
        var rows = rows();
        for (var row : rows) {
            assertThat(row).as("equally long").hasSize(24 * 5);
            for (int i = 0; i < row.length; i += 5) {
                tokens.add(HexFormat.of().formatHex(row, i, i + 5));
            }
        }
        assertThat(rows).hasSize(2);
        assertThat(tokens).doesNotHaveDuplicates();
    }

    private List<byte[]> rows() throws SQLException {
        try (var connection = database.read().getConnection();
                var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "select tokens from read_search.recipient"
                                        + " where tokens is not null")) {
            var rows = new ArrayList<byte[]>();
            while (result.next()) {
                rows.add(result.getBytes(1));
            }
            return rows;
        }
    }

    @Test
    void a_corrected_name_is_found_and_the_wrong_one_is_not() {
        var id = person("Nguyễn Thử Sai");
        var batch = ledger.identities().newBatch();
        var right = batch.seal(id.value(), "name", "Nguyễn Thử Đúng");
        batch.commit();
        submit(
                new CorrectRecipient(
                        on("2026-02-01", "3/CV"), new RecipientCorrected(id, right, null, null)));

        assertThat(names("thử đúng")).hasSize(1);
        assertThat(names("thử sai")).isEmpty();
    }

    @Test
    void whose_processing_is_restricted_is_not_found_until_it_is_lifted() {
        var id = person("Nguyễn Thử Kín");
        submit(
                new RestrictProcessing(
                        on("2026-02-01", "1/CV"), id, RestrictionGround.SUBJECT_ASKS));
        assertThat(names("thử kín")).isEmpty();
        submit(new LiftRestriction(on("2026-03-01", "2/CV"), id));
        assertThat(names("thử kín")).hasSize(1);
    }

    private void erase(RecipientId id) {
        submit(
                new EraseIdentity(
                        on("2026-06-01", "7/QĐ"),
                        id,
                        new SubjectId(id.value()),
                        ErasureGround.SUBJECT_ASKS,
                        "binh"));
    }

    @Test
    void an_erasure_takes_the_tokens_and_a_rebuild_does_not_bring_them_back() throws SQLException {
        var gone = person("Nguyễn Thử Hòa");
        person("Nguyễn Thử Hoàng");
        assertThat(names("nguyen thu")).hasSize(2);
        erase(gone);

        assertThat(names("nguyen thu")).containsExactly("~Nguyễn Thử Hoàng");
        assertThat(rows()).hasSize(1);
        assertThat(projections.rebuild("search").identical()).isTrue();
        assertThat(names("nguyen thu")).containsExactly("~Nguyễn Thử Hoàng");
        assertThat(rows()).hasSize(1);
    }

    /// An older copy of the read schema comes back, tokens and position; the log is followed again
    /// from there.
    @Test
    void a_restored_read_schema_forgets_again_what_was_erased() throws SQLException {
        var gone = person("Nguyễn Thử Hòa");
        search();
        run(
                """
                create schema copy;
                create table copy.recipient as select * from read_search.recipient;
                create table copy.position as select * from read_state.position;
                """);
        erase(gone);
        assertThat(names("thử hòa")).isEmpty();
        projections.close();
        run(
                """
                delete from read_search.recipient;
                insert into read_search.recipient select * from copy.recipient;
                update read_state.position p set position = c.position
                from copy.position c where c.name = p.name and p.name = 'search';
                """);
        assertThat(rows()).as("the copy brought it back").hasSize(1);
        var stale =
                Projections.open(
                        database.read(), ledger.feed(), "test", ledger.identities().blindIndex());
        assertThat(stale.search().find(words("thử hòa"), Set.of(), NOW, FIRST))
                .as("even before the log is followed: the list of the erased is asked")
                .isEmpty();
        projections = start();
        assertThat(names("thử hòa")).isEmpty();
        assertThat(rows()).isEmpty();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.read().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(sql);
        }
    }

    @Test
    void awards_are_found_by_what_offices_call_them() {
        var expected = new LinkedHashMap<String, String>();
        expected.put("BK CP", "BK_TTG");
        expected.put("bằng khen thủ tướng", "BK_TTG");
        expected.put("CSTĐCS", "CSTD_CO_SO");
        expected.put("chiến sỹ thi đua cơ sở", "CSTD_CO_SO");
        expected.put("chien si thi dua co so", "CSTD_CO_SO");
        expected.put("BMVNAH", "DH_BMVNAH");
        expected.put("Mẹ VNAH", "DH_BMVNAH");
        expected.put("HC_LAO_DONG", "HC_LAO_DONG");
        expected.put("Labour Order", "HC_LAO_DONG");
        expected.put("huân chương lao động", "HC_LAO_DONG");
        expected.forEach((text, code) ->
                assertThat(hits(SearchKind.AWARD_TYPE, text).getFirst().id())
                        .as(text)
                        .isEqualTo(code));
        for (var rank : List.of("hạng 1", "hạng Nhất", "hạng I", "HANG NHAT")) {
            var first = hits(SearchKind.AWARD_TYPE, "Huân chương lao động " + rank).getFirst();
            assertThat(first.id()).as(rank).isEqualTo("HC_LAO_DONG");
            assertThat(first.rank()).as(rank).isEqualTo(Rank.HANG_NHAT);
        }
    }

    @Test
    void units_are_found_by_every_name_and_places_stay_apart() {
        var ward = PhanRang.unit("UBND xã Phước Dinh");
        submit(new RenameUnit(on("2026-03-01", "5/NQ"), ward, "phường Thử Mới", "UBND Thử Mới"));

        for (var text : List.of("phước dinh", "phuoc dinh", "thu moi", "UBND Thử Mới")) {
            assertThat(hits(SearchKind.UNIT, text))
                    .as(text)
                    .extracting(Hit::id)
                    .contains(ward.toString());
        }
        assertThat(hits(SearchKind.UNIT, "phú hà"))
                .as("another tone: found, and said not to be the same")
                .extracting(Hit::exact)
                .containsExactly(false);
        assertThat(hits(SearchKind.UNIT, "phường Phước Mỹ").getFirst().exact()).isTrue();
        assertThat(hits(SearchKind.UNIT, "22780"))
                .as("a code that was given twice")
                .extracting(Hit::label)
                .hasSize(2);
        assertThat(hits(SearchKind.UNIT, "mĩ hải")).isNotEmpty();
    }

    @Test
    void exact_places_come_before_those_that_differ_in_a_tone() {
        var one = PhanRang.unit("UBND phường Phủ Hà");
        var other = PhanRang.unit("UBND xã Phước Dinh");
        submit(new RenameUnit(on("2026-03-01", "5/NQ"), other, "phường Phú Hà", "UBND Phú Hà"));

        assertThat(hits(SearchKind.UNIT, "Phủ Hà"))
                .extracting(Hit::id)
                .containsExactly(one.toString(), other.toString());
        assertThat(hits(SearchKind.UNIT, "Phú Hà"))
                .extracting(Hit::id)
                .containsExactly(other.toString(), one.toString());
    }

    @Test
    void decisions_items_and_papers_are_found_by_number_or_a_part_of_it() {
        var award = decided(person("Nguyễn Thử Số"), "1623/QĐ-UBND");
        var item = new ArtifactId(UUID.randomUUID());
        submit(
                new IssueArtifact(
                        on("2010-03-05", "44/BB-NV"),
                        award,
                        new AwardCode("GK_HUYEN"),
                        item,
                        ArtifactKind.GIAY_KHEN,
                        new SerialNumber("GK 000417"),
                        new GoldenBookNumber("SV-88")));

        for (var text : List.of("1623/QĐ-UBND", "1623/qd-ubnd", "1623 QD", "623/QĐ", "1623")) {
            assertThat(hits(SearchKind.DECISION, text)).as(text).hasSize(1);
        }
        assertThat(hits(SearchKind.DECISION, "1623/QĐ-UBND").getFirst().exact()).isTrue();
        assertThat(hits(SearchKind.DECISION, "1623/QĐ-TTg")).isEmpty();
        for (var text : List.of("GK 000417", "gk000417", "000417", "0417", "sv-88")) {
            assertThat(hits(SearchKind.ITEM, text))
                    .as(text)
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.id()).isEqualTo(item.toString());
                        assertThat(hit.award()).isEqualTo(award.value());
                    });
        }
        assertThat(hits(SearchKind.PAPER, "44/BB"))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.about()).isEqualTo("artifact.ArtifactIssued");
                    assertThat(hit.on()).isEqualTo(LocalDate.parse("2010-03-05"));
                    assertThat(hit.artifact()).isEqualTo(item.value());
                });
    }

    @Test
    void what_was_not_known_yet_is_not_found() {
        decided(person("Nguyễn Thử Số"), "12/QĐ-UBND");
        long then = ledger.feed().head();
        decided(person("Nguyễn Thử Sau"), "13/QĐ-UBND");

        assertThat(search().find(words("qd ubnd"), Set.of(SearchKind.DECISION), then, FIRST))
                .singleElement()
                .satisfies(found -> assertThat(found.total()).isEqualTo(1));
        assertThat(search().find(words("thử"), Set.of(SearchKind.RECIPIENT), then, FIRST))
                .singleElement()
                .satisfies(found -> assertThat(found.total()).isEqualTo(1));
        assertThat(search().find(words("12"), Set.of(), 0, FIRST)).isEmpty();
    }

    @Test
    void pages_follow_each_other_and_miss_nothing() {
        for (int i = 0; i < 7; i++) {
            person("Nguyễn Thử Trang");
        }
        var seen = new ArrayList<String>();
        Integer from = 0;
        while (from != null) {
            var found =
                    search().find(
                                    words("thu trang"),
                                    Set.of(SearchKind.RECIPIENT),
                                    NOW,
                                    new Page(from, 3))
                            .getFirst();
            assertThat(found.total()).isEqualTo(7);
            found.hits().forEach(hit -> seen.add(hit.id()));
            from = found.next();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void what_cannot_be_looked_for_is_said_so() {
        assertThat(Sought.of("")).isEqualTo(new Unusable(Flaw.EMPTY));
        assertThat(Sought.of(" \t ")).isEqualTo(new Unusable(Flaw.EMPTY));
        assertThat(Sought.of("%_*?")).isEqualTo(new Unusable(Flaw.EMPTY));
        assertThat(Sought.of("a".repeat(10_000))).isEqualTo(new Unusable(Flaw.TOO_LONG));
        assertThat(Sought.of("a b ".repeat(9))).isEqualTo(new Unusable(Flaw.TOO_LONG));
        assertThat(Sought.of("a\0b")).isEqualTo(new Unusable(Flaw.FORBIDDEN_CHARACTER));
        assertThat(Sought.of("a\u202eb")).isEqualTo(new Unusable(Flaw.FORBIDDEN_CHARACTER));
    }

    @Test
    void a_very_long_name_is_found_by_its_beginning_and_its_end() {
        person("Trường " + "Một Hai Ba Bốn ".repeat(6) + "Cuối");

        assertThat(names("trường cuối")).hasSize(1);
        assertThat(names("truong mot hai")).hasSize(1);
    }
}
