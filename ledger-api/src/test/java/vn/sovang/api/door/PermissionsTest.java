package vn.sovang.api.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import vn.sovang.api.testing.Endpoints;
import vn.sovang.api.testing.RunningSite;

/// The table of permissions against the running service: complete, and true in every cell.
class PermissionsTest {
    private static final Permissions TABLE = new Permissions();

    /// Folders of files; they are no handlers.
    private static final List<String> FOLDERS =
            List.of("GET /css/**", "GET /js/**", "GET /webjars/**", "GET /swagger-ui/**");

    private static String path(Permission row) {
        return row.pattern()
                .getPatternString()
                .replaceAll("\\{\\w+:([a-z-]+)[^}]*}", "$1")
                .replace("{*path}", "0/000")
                .replace("**", "x")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    @Test
    void every_handler_has_a_row_and_every_row_a_handler() {
        RunningSite.url();
        var rows = new TreeSet<String>();
        TABLE.rows().forEach(row -> rows.add(row.toString()));

        assertThat(Endpoints.files()).contains("/webjars/**");
        assertThat(rows).containsAll(FOLDERS);
        FOLDERS.forEach(rows::remove);
        assertThat(rows).hasSizeGreaterThan(50).isEqualTo(Endpoints.handlers());
    }

    @Test
    void two_rows_never_say_two_things_about_one_address() {
        assertThat(TABLE.rows().stream().map(Permission::toString)).doesNotHaveDuplicates();
    }

    /// Every role × every row, over HTTP. A row that lets the role in may answer anything but that
    /// it may not; of what it refuses nothing is answered.
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PUBLIC"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_table_holds_for(Role role) {
        var wrong = new ArrayList<String>();
        int refused = 0;
        for (var row : TABLE.rows()) {
            boolean allowed = row.isPublic() || row.roles().contains(role);
            var answer = RunningSite.as(role, row.method(), path(row));
            boolean let = answer.statusCode() != 401 && answer.statusCode() != 403;
            if (let != allowed || answer.statusCode() >= 500) {
                wrong.add(row + " answered " + answer.statusCode());
            }
            if (!allowed) {
                refused++;
                assertThat(answer.body()).as(row.toString()).containsAnyOf("ROLE_NEEDED", "<h1");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isPositive();
    }

    @Test
    void who_has_not_signed_in_gets_what_is_public_and_nothing_else() {
        var wrong = new ArrayList<String>();
        for (var row : TABLE.rows()) {
            var answer = RunningSite.anonymous(row.method(), path(row));
            int status = answer.statusCode();
            var location = answer.headers().firstValue("Location").orElse("");
            boolean toSignIn = status == 302 && location.endsWith("/dang-nhap");
            boolean asExpected =
                    row.isPublic()
                            ? status != 401 && status != 403 && !toSignIn
                            : status == 401 || toSignIn || isForm(row, status);
            if (!asExpected || status >= 500) {
                wrong.add(row + " answered " + status + " " + location);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Before anybody is asked who he is, a form must be one of ours.
    private static boolean isForm(Permission row, int status) {
        return row.method().equals("POST") && status == 403;
    }

    @Test
    void what_is_not_in_the_table_is_not_there() {
        assertThat(RunningSite.anonymous("GET", "/api/v1/nothing").statusCode()).isEqualTo(401);
        assertThat(RunningSite.as(Role.INSPECTOR, "GET", "/api/v1/nothing").statusCode())
                .isEqualTo(404);
        assertThat(RunningSite.as(Role.INSPECTOR, "PUT", "/api/v1/awards").statusCode())
                .isEqualTo(405);
        assertThat(RunningSite.as(Role.INSPECTOR, "GET", "/application.properties").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_more_exact_address_decides() {
        var table =
                new Permissions(
                        """
                        # a comment
                        BOTH = CLERK REVIEWER
                        GET  /a/{id}  CLERK         all
                        GET  /a/b     BOTH INSPECTOR  none
                        POST /a/b     DPO           units
                        """);

        var exact = table.find("GET", PathContainer.parsePath("/a/b")).orElseThrow();
        assertThat(exact.roles()).containsExactly(Role.CLERK, Role.REVIEWER, Role.INSPECTOR);
        assertThat(table.find("HEAD", PathContainer.parsePath("/a/c")).orElseThrow().roles())
                .containsExactly(Role.CLERK);
        assertThat(table.find("PUT", PathContainer.parsePath("/a/b"))).isEmpty();
        assertThat(table.knows(PathContainer.parsePath("/a/b"))).isTrue();
        assertThat(table.find("GET", PathContainer.parsePath("/a/b/"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a CLERK", "GET /a NOBODY none", "GET /a CLERK sometimes", "X ="})
    void a_line_that_is_no_row_is_refused(String line) {
        assertThatThrownBy(() -> new Permissions(line)).isInstanceOf(RuntimeException.class);
    }
}
