package vn.sovang.api.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.sovang.api.door.Role;
import vn.sovang.api.testing.Counter;
import vn.sovang.api.testing.RecordingSite;
import vn.sovang.api.testing.RunningSite;

/// Takes steps by their forms, from the page of a thing to the fact, and remembers which. Forms are
/// written as `name=value` with ` | ` between, the day first; `$CITY`, `$WARD`, `$PROVINCE` and
/// `$PRESIDENT` stand for bodies.
final class StepDriver {
    static final String PRESIDENT = "Chủ tịch nước";

    private final Counter counter = new Counter(RecordingSite.shared());
    private final Set<Step> driven = EnumSet.noneOf(Step.class);

    Counter counter() {
        return counter;
    }

    Set<Step> driven() {
        return driven;
    }

    /// All steps of things of those folders.
    static Set<Step> stepsOf(String... folders) {
        var all = EnumSet.allOf(Step.class);
        all.removeIf(step -> !Set.of(folders).contains(step.folder()));
        return all;
    }

    /// @return the page it leads to
    String step(Role role, Step step, String thing, String fact, String form) {
        driven.add(step);
        var address = step.address(UUID.fromString(id(thing)));
        assertThat(counter.page(role, thing))
                .as(step + " is offered to " + role)
                .contains("href=\"" + address + "\"");
        return records(role, address, fact, form);
    }

    String records(Role role, String path, String fact, String form) {
        return counter.records(role, path, fact, named(form));
    }

    /// A form that is not taken: what is wrong stands at that field, and nothing is recorded.
    void refuses(Role role, String path, String field, String form) {
        var all = new ArrayList<String>();
        for (var one : named(form).split(" \\| ")) {
            all.addAll(List.of(one.split("=", 2)));
        }
        long before = counter.head();
        var answer = counter.post(role, path, counter.page(role, path), all);
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
        assertThat(answer.body()).as(path).contains("id=\"" + field + "-loi\"");
        assertThat(counter.head()).as("nothing recorded by " + path).isEqualTo(before);
    }

    static String named(String form) {
        return form.replace("$CITY", RunningSite.CITY)
                .replace("$WARD", "UBND phường Phước Mỹ")
                .replace("$PROVINCE", "UBND tỉnh Ninh Thuận")
                .replace("$PRESIDENT", PRESIDENT);
    }

    /// With a paper, as most forms want it.
    static String paper(String number, String form) {
        return form + " | so=" + number + " | co-quan-van-ban=$CITY";
    }

    static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    String recipient(String name) {
        return records(
                Role.CLERK,
                "/doi-tuong/moi",
                "RecipientRegistered",
                "ngay=2/1/2024 | loai-doi-tuong=INDIVIDUAL | ho-ten-moi="
                        + name
                        + " | nam-sinh=1960");
    }

    /// A decision whose line is typed from the paper's list; the page of the award line.
    String award(String number, String authority, String award, String recipient) {
        var decision =
                records(
                        Role.DECISION_RECORDER,
                        "/quyet-dinh/moi",
                        "AwardDecided",
                        "ngay-ky=1/3/2024 | so="
                                + number
                                + " | co-quan="
                                + authority
                                + " | nguoi-ky=CHỦ TỊCH | hinh-thuc=TANG | dong="
                                + recipient
                                + ";cá nhân;"
                                + award
                                + ";;công trạng");
        return counter.linked(Role.CLERK, decision, "khen-thuong");
    }

    /// An item on an award's page that is not that one.
    String otherItem(String award, String old) {
        return Pattern.compile("href=\"/hien-vat/([0-9a-f-]{36})")
                .matcher(counter.page(Role.CUSTODIAN, award))
                .results()
                .map(found -> found.group(1))
                .filter(one -> !one.equals(id(old)))
                .findFirst()
                .orElseThrow();
    }
}
