package vn.sovang.api.imports;

import static vn.sovang.api.imports.ProblemCode.FILE_DAMAGED;
import static vn.sovang.api.imports.ProblemCode.FILE_EMPTY;
import static vn.sovang.api.imports.ProblemCode.FILE_TOO_LARGE;
import static vn.sovang.api.imports.ProblemCode.HAS_EMBEDDED_OBJECTS;
import static vn.sovang.api.imports.ProblemCode.HAS_MACROS;
import static vn.sovang.api.imports.ProblemCode.NOT_A_WORKBOOK;
import static vn.sovang.api.imports.ProblemCode.OLD_OR_PROTECTED;
import static vn.sovang.api.imports.ProblemCode.TOO_LARGE_UNPACKED;
import static vn.sovang.api.imports.ProblemCode.TOO_MANY_PARTS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What must be true of a file before anything parses it: a zip of bounded size that says it is a
/// workbook, without programs. Sizes are measured while unpacking; what a zip says of itself is not
/// believed.
final class PackageGuard {
    /// R17; an honest list of 100,000 rows has 10 MB.
    static final long MAX_FILE_BYTES = 50L << 20;

    /// Unpacked; twice what 100,000 rows of 40 short cells need. Nothing of it is held in memory.
    static final long MAX_UNPACKED_BYTES = 400L << 20;

    static final int MAX_PARTS = 1_000;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private PackageGuard() {}

    /// @throws UnreadableBook if the file is not what it should be
    /// @throws IOException if the zip is damaged or the disk fails
    static void check(Path file) throws UnreadableBook, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableBook(FILE_EMPTY);
        }
        if (size > MAX_FILE_BYTES) {
            throw new UnreadableBook(FILE_TOO_LARGE, megabytes(MAX_FILE_BYTES));
        }
        checkMagic(file);
        try (var zip = new ZipFile(file.toFile())) {
            checkParts(zip);
        }
    }

    private static void checkMagic(Path file) throws UnreadableBook, IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(4);
        }
        if (Arrays.equals(first, OLE2)) {
            throw new UnreadableBook(OLD_OR_PROTECTED);
        }
        if (!Arrays.equals(first, ZIP)) {
            throw new UnreadableBook(NOT_A_WORKBOOK);
        }
    }

    private static void checkParts(ZipFile zip) throws UnreadableBook, IOException {
        if (zip.size() > MAX_PARTS) {
            throw new UnreadableBook(TOO_MANY_PARTS, Integer.toString(MAX_PARTS));
        }
        List<? extends ZipEntry> parts = zip.stream().toList();
        checkNames(parts);
        var types = zip.getEntry(CONTENT_TYPES);
        if (types == null) {
            throw new UnreadableBook(NOT_A_WORKBOOK);
        }
        long left = MAX_UNPACKED_BYTES;
        for (var part : parts) {
            try (var in = zip.getInputStream(part)) {
                left -= length(in, left);
            }
            if (left < 0) {
                throw new UnreadableBook(TOO_LARGE_UNPACKED, megabytes(MAX_UNPACKED_BYTES));
            }
        }
        checkTypes(zip, types);
    }

    /// Two parts of one name would let two readers see two workbooks.
    private static void checkNames(List<? extends ZipEntry> parts) throws UnreadableBook {
        var names = new HashSet<String>();
        for (var part : parts) {
            var name = part.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                throw new UnreadableBook(FILE_DAMAGED);
            }
            if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
                throw new UnreadableBook(HAS_MACROS);
            }
            if (name.startsWith("xl/embeddings/") || name.startsWith("xl/activex/")) {
                throw new UnreadableBook(HAS_EMBEDDED_OBJECTS);
            }
        }
    }

    private static void checkTypes(ZipFile zip, ZipEntry types) throws UnreadableBook, IOException {
        String text;
        try (var in = zip.getInputStream(types)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (text.contains("macroEnabled")) {
            throw new UnreadableBook(HAS_MACROS);
        }
        if (!text.contains("spreadsheetml")) {
            throw new UnreadableBook(NOT_A_WORKBOOK);
        }
    }

    /// How much a stream holds; stops just after `limit`.
    private static long length(InputStream in, long limit) throws IOException {
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int n = in.read(buffer); n >= 0 && length <= limit; n = in.read(buffer)) {
            length += n;
        }
        return length;
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes >> 20);
    }
}
