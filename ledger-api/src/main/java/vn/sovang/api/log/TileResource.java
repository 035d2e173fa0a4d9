package vn.sovang.api.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.sovang.Ledger;
import vn.sovang.api.text.Failure;
import vn.sovang.api.text.FailureCode;
import vn.sovang.tlog.EntryBundle;
import vn.sovang.tlog.MalformedLogDataException;
import vn.sovang.tlog.TilePath;

/// Tiles of the tree and bundles of entries, as C2SP tlog-tiles lays them out: any client of that
/// format can mirror the log and verify it. Hash tiles are public; entries, which hold the sealed
/// leaves, are for those whom [EntryReaders] lets in.
@RestController
@Tag(name = "log")
class TileResource {
    /// A tile never changes; a partial one is a beginning of the full one.
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /// The same, but no cache between us and an entitled reader may keep it for others.
    private static final CacheControl FOR_EVER_AND_FOR_ONE =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Ledger ledger;
    private final EntryReaders readers;

    TileResource(Ledger ledger, EntryReaders readers) {
        this.ledger = ledger;
        this.readers = readers;
    }

    @Operation(summary = "A tile of hashes or a bundle of entries, C2SP tlog-tiles")
    @GetMapping(path = "/log/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable String path, HttpServletRequest request) {
        var asked = "tile" + path;
        try {
            var tile = TilePath.parse(asked);
            var entries = tile instanceof EntryBundle;
            if (entries) {
                readers.require(request);
            }
            long size = ledger.checkpoint().map(c -> c.size()).orElse(0L);
            var data = ledger.published().read(tile, size).orElseThrow(() -> notFound(asked));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(entries ? FOR_EVER_AND_FOR_ONE : FOR_EVER)
                    .body(data);
        } catch (MalformedLogDataException e) {
            throw notFound(asked).because(e);
        }
    }

    private static Failure notFound(String asked) {
        return Failure.at("path", FailureCode.TILE_NOT_FOUND, asked);
    }
}
