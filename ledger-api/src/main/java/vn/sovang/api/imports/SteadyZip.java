package vn.sovang.api.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes a workbook again so that the same content has the same bytes on every machine.
///
/// The writer puts the time of writing into `docProps/core.xml` and into every zip entry; both
/// become one fixed time. Entries are stored, not deflated, since zlib's output differs between its
/// versions.
final class SteadyZip {
    private static final LocalDateTime THEN = LocalDateTime.of(2024, 6, 30, 0, 0);
    private static final String CORE = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");

    private SteadyZip() {}

    static void rewrite(Path workbook, Path to) throws IOException {
        try (var in = new ZipFile(workbook.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var part : in.stream().toList()) {
                byte[] content;
                try (var stream = in.getInputStream(part)) {
                    content = stream.readAllBytes();
                }
                store(zip, part.getName(), steady(part.getName(), content));
            }
        }
    }

    /// The same packed, for files that are not kept: one machine packs one content in one way.
    static void pack(Path workbook, Path to) throws IOException {
        try (var in = new ZipFile(workbook.toFile());
                var zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var part : in.stream().toList()) {
                var entry = new ZipEntry(part.getName());
                entry.setTimeLocal(THEN);
                zip.putNextEntry(entry);
                try (var stream = in.getInputStream(part)) {
                    if (part.getName().equals(CORE)) {
                        zip.write(steady(CORE, stream.readAllBytes()));
                    } else {
                        stream.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
        }
    }

    private static byte[] steady(String name, byte[] content) {
        if (!name.equals(CORE)) {
            return content;
        }
        var text = new String(content, StandardCharsets.UTF_8);
        return CREATED.matcher(text)
                .replaceAll("$1" + THEN + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setTimeLocal(THEN);
        var crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
