package vn.sovang.api.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sovang.api.kept.SavedSearches.Owner;
import vn.sovang.api.list.ListPlace;
import vn.sovang.api.list.Lists;
import vn.sovang.api.testing.RunningSite;
import vn.sovang.api.text.Failure;
import vn.sovang.postgres.Database;
import vn.sovang.testing.TestDatabase;
import vn.sovang.vocabulary.UnitId;

/// Filters by name: whose they are, and where they lead.
class SavedSearchesTest {
    private static final KeptFilter HOUSEHOLDS =
            KeptFilter.read("/khen-thuong", "doi-tuong=HOUSEHOLD&so=&lang=en&sau=abc");

    private static Database database;
    private static SavedSearches searches;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        searches = new SavedSearches(database.door());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Owner somebody() {
        return new Owner("u" + UUID.randomUUID(), new UnitId(UUID.randomUUID()));
    }

    @Test
    void only_what_is_looked_for_is_kept_in_the_order_of_the_page() {
        assertThat(HOUSEHOLDS.address()).isEqualTo("/khen-thuong?doi-tuong=HOUSEHOLD");
        assertThat(KeptFilter.read("/quyet-dinh", "so=1%2F%C4%90&co-quan=a+b").address())
                .isEqualTo("/quyet-dinh?co-quan=a%20b&so=1%2F%C4%90");
        assertThat(KeptFilter.read("/don-vi", "").address()).isEqualTo("/don-vi");
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example/khen-thuong, ''",
        "https://evil.example, ''",
        "/dang-xuat, ''",
        "/tra-cuu, q=x",
        "/khen-thuong/, ''",
        "'/khen-thuong?x=1', ''"
    })
    void no_other_address_is_kept(String path, String query) {
        assertThatThrownBy(() -> KeptFilter.read(path, query))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("SEARCH_NOT_KEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=x", "so=1&so=2", "tiep=//evil.example", "so=%zz", "so=%00", "=1&x"})
    void a_parameter_that_the_page_does_not_know_is_refused(String query) {
        assertThatThrownBy(() -> KeptFilter.read("/khen-thuong", query))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PARAMETER_");
    }

    @Test
    void every_page_names_only_what_its_list_understands() {
        var installation = RunningSite.installation();
        var lists = new Lists(installation.ledger(), installation.projections());

        assertThat(ListPlace.all()).hasSizeGreaterThan(10);
        assertThat(ListPlace.all())
                .extracting(ListPlace::list)
                .filteredOn(list -> list != null)
                .allMatch(lists.addresses()::contains);
        assertThat(ListPlace.of("/tra-cuu")).as("a search term may be a name").isEmpty();
    }

    @Test
    void a_filter_is_kept_renamed_and_removed_by_its_owner_alone() {
        var lan = somebody();
        var kept = searches.keep(lan, "  Hộ gia   đình ", HOUSEHOLDS);
        assertThat(searches.of(lan)).containsExactly(kept);
        assertThat(kept.name()).isEqualTo("Hộ gia đình");

        var minh = new Owner("minh" + UUID.randomUUID(), lan.unit());
        assertThatThrownBy(() -> searches.rename(kept.id(), minh, "của minh"))
                .hasMessageContaining("SAVED_SEARCH_NOT_FOUND");
        assertThatThrownBy(() -> searches.remove(kept.id(), minh))
                .hasMessageContaining("SAVED_SEARCH_NOT_FOUND");
        assertThatThrownBy(() -> searches.share(kept.id(), minh, true))
                .hasMessageContaining("SAVED_SEARCH_NOT_FOUND");
        searches.rename(kept.id(), lan, "Các hộ");
        assertThat(searches.of(lan)).extracting(SavedSearch::name).containsExactly("Các hộ");
        searches.remove(kept.id(), lan);
        assertThat(searches.of(lan)).isEmpty();
    }

    @Test
    void a_shared_filter_is_seen_by_the_office_and_by_nobody_else() {
        var lan = somebody();
        var colleague = new Owner("c" + UUID.randomUUID(), lan.unit());
        var kept = searches.keep(lan, "chung", HOUSEHOLDS);
        assertThat(searches.of(colleague)).isEmpty();

        searches.share(kept.id(), lan, true);
        assertThat(searches.of(colleague)).extracting(SavedSearch::owner).contains(lan.user());
        assertThat(searches.of(somebody())).isEmpty();
        assertThat(searches.of(new Owner("x" + UUID.randomUUID(), null))).isEmpty();
        searches.share(kept.id(), lan, false);
        assertThat(searches.of(colleague)).isEmpty();
    }

    @Test
    void a_name_stands_for_one_filter_of_its_owner() {
        var lan = somebody();
        searches.keep(lan, "một", HOUSEHOLDS);
        var second = searches.keep(lan, "hai", HOUSEHOLDS);

        assertThatThrownBy(() -> searches.keep(lan, "một", HOUSEHOLDS))
                .hasMessageContaining("SEARCH_NAME_TAKEN");
        assertThatThrownBy(() -> searches.rename(second.id(), lan, "một"))
                .hasMessageContaining("SEARCH_NAME_TAKEN");
        searches.keep(somebody(), "một", HOUSEHOLDS);
        for (var name : new String[] {"", " ", "x".repeat(101), "a\u0000"}) {
            assertThatThrownBy(() -> searches.keep(lan, name, HOUSEHOLDS))
                    .hasMessageContaining("PARAMETER_MALFORMED");
        }
    }

    @Test
    void two_windows_at_once_keep_no_more_than_fifty() {
        var lan = somebody();
        var kept = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < SavedSearches.MAX + 6; i++) {
            var name = "n" + i;
            kept.add(
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            searches.keep(lan, name, HOUSEHOLDS);
                            return true;
                        } catch (Failure full) {
                            assertThat(full.getMessage()).contains("SEARCHES_TOO_MANY");
                            return false;
                        }
                    }));
        }
        assertThat(kept.stream().filter(CompletableFuture::join).count())
                .isEqualTo(SavedSearches.MAX);
        assertThat(searches.of(lan)).hasSize(SavedSearches.MAX);
    }
}
