package vn.sovang.api.access;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.sovang.access.AccessEntry;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.AccessLine;
import vn.sovang.access.AccessLog;
import vn.sovang.access.AccessQuestion;
import vn.sovang.access.Accessor;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.testing.TestAccounts;

/// Whatever shows records is on record, with nothing of what was typed.
class ReadsOnRecordTest {
    /// Files that say nothing about anybody.
    private static final Set<String> EMPTY_FORMS = Set.of("template", "testPrint");

    private static final Accessor TEST = Accessor.claimed("test", "TEST");

    private static AccessLog log() {
        return RunningSite.installation().ledger().access();
    }

    /// Entries come in the order of the answers, so that what lies between two marks is all there
    /// is.
    private static long mark() {
        var name = UUID.randomUUID().toString();
        log().enter(TEST, List.of(new Exported(name, "all")));
        return all(0).stream()
                .filter(line -> line.what() instanceof Exported e && e.what().equals(name))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private static List<AccessLine> all(long after) {
        var all = new ArrayList<AccessLine>();
        @Nullable Long next = after;
        while (next != null) {
            var page = log().find(AccessQuestion.ALL.page(next, AccessQuestion.MAX_LIMIT));
            all.addAll(page.lines());
            next = page.next();
        }
        return all;
    }

    private static AccessEntry firstAfter(long mark) {
        await().atMost(20, SECONDS).until(() -> !all(mark).isEmpty());
        var line = all(mark).getFirst();
        assertThat(line.who())
                .isEqualTo(
                        new Accessor(
                                TestAccounts.user(Role.INSPECTOR),
                                "INSPECTOR",
                                null,
                                null,
                                Accessor.Standing.SIGNED_IN));
        return line.what();
    }

    private static String award() {
        return RunningSite.json("/api/v1/awards?limit=1").get("items").get(0).get("id").asString();
    }

    @Test
    void an_opened_record_is_entered_with_its_id_and_the_ledger_stays_where_it_is() {
        var award = award();
        long head = RunningSite.installation().ledger().feed().head();
        for (var door : List.of("/khen-thuong/", "/api/v1/awards/")) {
            await().atMost(20, SECONDS).until(() -> log().size() > 0);
            long mark = mark();
            assertThat(RunningSite.get(door + award).statusCode()).isEqualTo(200);
            assertThat(firstAfter(mark))
                    .isEqualTo(new Opened("GET " + door + "{id}", List.of(UUID.fromString(award))));
        }
        assertThat(RunningSite.installation().ledger().feed().head()).isEqualTo(head);
    }

    @Test
    void a_search_is_entered_without_what_was_searched_for() {
        var recipient = UUID.randomUUID();
        long mark = mark();
        var asked = "/api/v1/awards?decisionNumber=" + encoded("Bà mẹ 0001") + "&recipient=";
        assertThat(RunningSite.get(asked + recipient).statusCode()).isEqualTo(200);
        assertThat(firstAfter(mark))
                .isEqualTo(
                        new Searched(
                                "GET /api/v1/awards",
                                List.of("decisionNumber", "recipient"),
                                List.of(recipient)));
        assertThat(all(mark).toString()).doesNotContain("0001");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void what_shows_nothing_about_anybody_is_not_entered() {
        long mark = mark();
        for (var path :
                List.of(
                        "/",
                        "/css/sovang.css",
                        "/log/checkpoint",
                        "/log/tile/0/000",
                        "/api/v1/log/events/1/proof",
                        "/v3/api-docs",
                        "/no-such-page")) {
            RunningSite.get(path);
        }
        var award = award();
        assertThat(firstAfter(mark)).isInstanceOf(Searched.class);
        assertThat(award).isNotEmpty();
    }

    @Test
    void what_a_record_is_not_found_by_is_no_look_at_it() {
        long mark = mark();
        assertThat(RunningSite.get("/khen-thuong/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        award();
        assertThat(firstAfter(mark)).isInstanceOf(Searched.class);
    }

    @Test
    void who_is_turned_away_is_on_record() {
        long mark = mark();
        var award = UUID.randomUUID();
        var answer = RunningSite.as(Role.ADMINISTRATOR, "GET", "/khen-thuong/" + award);
        assertThat(answer.statusCode()).isEqualTo(403);
        await().atMost(20, SECONDS).until(() -> !all(mark).isEmpty());
        var line = all(mark).getFirst();
        assertThat(line.who().user()).isEqualTo(TestAccounts.user(Role.ADMINISTRATOR));
        assertThat(line.what())
                .isEqualTo(new Refused("ROLE_NEEDED", "GET /khen-thuong/{id}", List.of(award)));
    }

    @Test
    void an_inspector_asks_who_read_what_and_that_is_on_record_too() {
        var award = award();
        RunningSite.get("/api/v1/awards/" + award);
        var asked = "/api/v1/access?kind=Opened&subject=" + award;
        await().atMost(20, SECONDS)
                .until(() -> RunningSite.get(asked).body().contains("GET /api/v1/awards/{id}"));
        var who = TestAccounts.user(Role.INSPECTOR);
        assertThat(RunningSite.json(asked + "&user=" + who).get("items").valueStream())
                .anySatisfy(entry -> {
                    assertThat(entry.get("what").asString()).isEqualTo("GET /api/v1/awards/{id}");
                    assertThat(entry.get("standing").asString()).isEqualTo("SIGNED_IN");
                });
        assertThat(RunningSite.json("/api/v1/access?user=nobody-here").get("items")).isEmpty();
        assertThat(RunningSite.get("/truy-cap?viec=Opened&ma=" + award).body())
                .contains("id=\"entries\"", who, award);
        assertThat(RunningSite.get("/truy-cap?tu=hom-qua").body()).contains("role=\"alert\"");
        for (var bad :
                List.of("subject=x", "kind=x", "from=x", "to=31/31/2024", "after=-1", "limit=0")) {
            assertThat(RunningSite.get("/api/v1/access?" + bad).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(RunningSite.json("/api/v1/access?kind=Searched&limit=1").get("next").isNull())
                .isFalse();
    }

    @Test
    void of_the_log_itself_only_the_checkpoint_is_published() {
        assertThat(RunningSite.get("/log/access/tile/0/000").statusCode()).isEqualTo(404);
        log().seal();
        var checkpoint = RunningSite.get("/log/access/checkpoint");
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(checkpoint.body()).startsWith("sovang.test/site/access\n");
    }

    /// A new page or resource is entered unless it is added here.
    @Test
    void every_handler_but_those_of_the_published_log_is_entered() {
        var notEntered =
                handlers()
                        .flatMap(handler ->
                                patterns(handler).stream()
                                        .filter(p ->
                                                !ReadsOnRecord.covers(
                                                        handler.getDeclaringClass(), p)))
                        .distinct();
        assertThat(notEntered)
                .containsExactlyInAnyOrder(
                        "/",
                        "/error",
                        "/dang-nhap",
                        "/tai-khoan/mat-khau",
                        "/log/checkpoint",
                        "/log/access/checkpoint",
                        "/log/tile/{*path}",
                        "/log/proof/consistency",
                        "/api/v1/log/events/{position}/proof",
                        "/api/v1/log/events/{position}/proof.tlog-proof",
                        "/api/v1/log/consistency",
                        "/api/v1/commands",
                        "/xac-minh",
                        "/xac-minh/{code}",
                        "/api/v1/verification/{code}",
                        "/api/v1/log/consistency.add-checkpoint");
    }

    @Test
    void whatever_is_taken_away_as_a_file_is_entered_before() {
        var entered = handlers().filter(h -> h.isAnnotationPresent(TakesAway.class)).toList();
        var files =
                handlers()
                        .filter(h ->
                                patterns(h).stream()
                                        .allMatch(p ->
                                                ReadsOnRecord.covers(h.getDeclaringClass(), p)))
                        .filter(ReadsOnRecordTest::isFile)
                        .filter(h -> !EMPTY_FORMS.contains(h.getName()));
        assertThat(entered).isNotEmpty();
        assertThat(files).allMatch(entered::contains);
    }

    /// Bytes of a type that no page and no program reads on the spot.
    private static boolean isFile(Method handler) {
        var produces = Stream.of(produces(mapping(handler)), produces(above(handler)));
        var types = produces.filter(p -> p.length > 0).findFirst();
        return types.isPresent()
                ? Arrays.stream(types.get())
                        .anyMatch(t -> !t.matches(".*(html|json|event-stream).*"))
                : handler.getGenericReturnType()
                        .getTypeName()
                        .matches(".*(byte\\[]|core\\.io\\.\\w*Resource|StreamingResponseBody).*");
    }

    private static String[] produces(@Nullable RequestMapping mapping) {
        return mapping == null ? new String[0] : mapping.produces();
    }

    private static @Nullable RequestMapping above(Method handler) {
        return AnnotatedElementUtils.findMergedAnnotation(
                handler.getDeclaringClass(), RequestMapping.class);
    }

    private static RequestMapping mapping(Method handler) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class));
    }

    private static List<String> patterns(Method handler) {
        var above = above(handler);
        var before = above == null || above.path().length == 0 ? "" : above.path()[0];
        var paths = mapping(handler).path();
        return paths.length == 0
                ? List.of(before)
                : Arrays.stream(paths).map(path -> before + path).toList();
    }

    private static Stream<Method> handlers() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("vn.sovang.api")
                        .stream()
                        .filter(type -> !type.isInterface() && !type.isAnonymousClass())
                        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                        .filter(m -> AnnotatedElementUtils.hasAnnotation(m, RequestMapping.class));
    }
}
