package vn.sovang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sovang.access.AccessEntry.AccountChanged;
import vn.sovang.access.AccessEntry.Before;
import vn.sovang.access.AccessEntry.CameIn;
import vn.sovang.access.AccessEntry.Checked;
import vn.sovang.access.AccessEntry.EvidenceAsked;
import vn.sovang.access.AccessEntry.Exported;
import vn.sovang.access.AccessEntry.Missed;
import vn.sovang.access.AccessEntry.Opened;
import vn.sovang.access.AccessEntry.Refused;
import vn.sovang.access.AccessEntry.Searched;
import vn.sovang.access.AccessEntry.TurnedAway;
import vn.sovang.access.AccessEntry.Unmasked;
import vn.sovang.access.Accessor.Standing;
import vn.sovang.event.UnreadableEvent;
import vn.sovang.privacy.Unmasking;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.RecipientId;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// The bytes of every entry, frozen, as those of the ledger's events are.
class AccessCodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden-access");
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID OTHER = UUID.fromString("b5b83533-f802-4b10-86cc-0a6df3eeb0cf");
    private static final Instant AT = Instant.parse("2026-11-22T08:15:00.123456Z");
    private static final Accessor WHO =
            new Accessor("u-1", "INSPECTOR", new UnitId(OTHER), "u-2", Standing.CLAIMED);

    private final AccessCodec codec = new AccessCodec();

    static Stream<AccessEntry> entries() {
        return Stream.of(
                new Searched("GET /khen-thuong", List.of("from", "recipient"), List.of(ID)),
                new Opened("GET /khen-thuong/{id}", List.of(ID, OTHER)),
                new Unmasked(
                        ID,
                        List.of("birth", "name"),
                        Unmasking.Need.LAW_DEMANDS,
                        new Sealed(ID, OTHER, "access-reason", "Ym94", "Y29tbWl0"),
                        new Before("unmaskings.tsv", Instant.parse("2026-01-02T03:04:05.000006Z"))),
                new Exported("export", "1..300"),
                new EvidenceAsked(
                        new EvidenceId(OTHER),
                        new EvidenceSubject.OfRecipient(new RecipientId(ID)),
                        EvidenceVariant.ENTITLED),
                new Refused("FILER_MAY_NOT_DECIDE", "RecordDecision", List.of(ID)),
                new Checked("ledger.example/tdkt", 300, 1),
                new CameIn("PASSWORD"),
                new TurnedAway("SIGN_IN_FAILED"),
                new AccountChanged("an", "ROLES", List.of("CLERK"), new UnitId(OTHER)),
                new Missed(12, Instant.parse("2026-01-02T03:04:05Z")));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void writes_the_golden_bytes_and_reads_them_back(AccessEntry entry) throws IOException {
        var leaf = stamped(codec.encode(WHO, entry).leaf());
        var golden = GOLDEN.resolve(AccessCatalogue.nameOf(entry.getClass()) + ".json");
        if (!Files.exists(golden) && Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, leaf);
        }
        assertThat(new String(leaf, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
        assertThat(codec.decode(7, Files.readAllBytes(golden)))
                .isEqualTo(new AccessLine(7, AT, WHO, entry));
        var columns = codec.columns(7, leaf);
        assertThat(columns.tags()).isEqualTo(codec.encode(WHO, entry).tags()).contains("user:u-1");
        assertThat(columns.recordedAt()).isEqualTo(AT);
    }

    private static byte[] stamped(byte[] leaf) {
        return new String(leaf, StandardCharsets.UTF_8)
                .replace("0000-00-00T00:00:00.000000Z", "2026-11-22T08:15:00.123456Z")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void every_kind_of_entry_has_frozen_bytes_and_none_is_ever_taken_back() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            var frozen = files.map(f -> f.getFileName().toString().replace(".json", "")).toList();
            assertThat(AccessCatalogue.names()).containsExactlyInAnyOrderElementsOf(frozen);
        }
        var sampled = entries().map(entry -> entry.getClass().getName()).toList();
        assertThat(Stream.of(AccessEntry.class.getPermittedSubclasses()).map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(sampled);
    }

    @Test
    void what_is_no_entry_is_not_read() {
        for (var text : List.of("", "{}", "{\"type\":\"access.Opened\",\"rev\":2}", "[1]")) {
            var leaf = text.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> codec.decode(1, leaf))
                    .as(text)
                    .isInstanceOf(UnreadableEvent.class);
        }
    }

    @Test
    void nobody_and_nothing_is_longer_than_its_place() {
        assertThatThrownBy(() -> Accessor.claimed("u".repeat(101), "CLERK"))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> Accessor.claimed("u\u202e1", "CLERK"))
                .isInstanceOf(IllegalValue.class);
        assertThatThrownBy(() -> new Opened("x", Collections.nCopies(13, ID)))
                .isInstanceOf(IllegalValue.class);
    }
}
