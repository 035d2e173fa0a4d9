package vn.sovang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import vn.sovang.evidence.BundleProblem.What;

/// A zip file with exactly one spelling for its content: files stored, not compressed, in their
/// order, at one fixed time, nothing before, between or behind them (PKWARE APPNOTE 6.3.10, without
/// zip64). Every unzip reads it; reading here unpacks nothing, so that nothing can blow up, and
/// whatever differs by a byte from what would be written is refused.
final class BundleZip {
    static final int MAX_BYTES = 256 << 20;
    static final int MAX_FILES = 60_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9./-]{0,99}");

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short STORED = 0;

    /// 2024-06-30 00:00 in the two fields of MS-DOS.
    private static final short TIME = 0;

    private static final short DATE = (short) ((2024 - 1980) << 9 | 6 << 5 | 30);
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;

    private BundleZip() {}

    static byte[] write(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            int offset = out.size();
            var header = header(name, content);
            out.writeBytes(
                    buffer(LOCAL_BYTES).putInt(LOCAL).put(header).putShort((short) 0).array());
            out.writeBytes(name.getBytes(UTF_8));
            out.writeBytes(content);
            directory.writeBytes(
                    buffer(CENTRAL_BYTES)
                            .putInt(CENTRAL)
                            .putShort(VERSION)
                            .put(header)
                            .position(CENTRAL_BYTES - Integer.BYTES)
                            .putInt(offset)
                            .array());
            directory.writeBytes(name.getBytes(UTF_8));
        });
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(
                buffer(END_BYTES)
                        .putInt(END)
                        .putInt(0)
                        .putShort((short) files.size())
                        .putShort((short) files.size())
                        .putInt(directory.size())
                        .putInt(start)
                        .array());
        return out.toByteArray();
    }

    /// The fields that both headers of a file share: version to length of the name.
    private static byte[] header(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return buffer(24)
                .putShort(VERSION)
                .putShort((short) 0)
                .putShort(STORED)
                .putShort(TIME)
                .putShort(DATE)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length())
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The files in their order.
    ///
    /// @throws MalformedBundle unless the bytes are exactly what [#write(Map)] would give
    static Map<String, byte[]> read(byte[] zip) {
        if (zip.length > MAX_BYTES) {
            throw new MalformedBundle(What.TOO_LARGE, "zip", zip.length + " bytes");
        }
        var files = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (in.getInt() == LOCAL) {
                file(in, files);
            }
        } catch (BufferUnderflowException e) {
            throw new MalformedBundle(What.ZIP_MALFORMED, "zip", "cut off", e);
        }
        if (files.isEmpty() || !Arrays.equals(write(files), zip)) {
            throw new MalformedBundle(What.ZIP_MALFORMED, "zip", "not as a bundle is written");
        }
        return files;
    }

    private static void file(ByteBuffer in, Map<String, byte[]> files) {
        in.getShort();
        int flags = in.getShort();
        int method = in.getShort();
        in.getInt();
        in.getInt();
        long packed = Integer.toUnsignedLong(in.getInt());
        long unpacked = Integer.toUnsignedLong(in.getInt());
        var nameBytes = new byte[Short.toUnsignedInt(in.getShort())];
        int extra = Short.toUnsignedInt(in.getShort());
        in.get(nameBytes);
        var name = new String(nameBytes, UTF_8);
        if (!NAME.matcher(name).matches() || name.contains("..") || name.contains("//")) {
            throw new MalformedBundle(What.NAME_FORBIDDEN, name.replaceAll("\\p{Cntrl}", "?"), "");
        }
        if (method != STORED || flags != 0 || packed != unpacked || extra != 0) {
            throw new MalformedBundle(What.ZIP_COMPRESSED, name, "method " + method);
        }
        if (packed > in.remaining()) {
            throw new MalformedBundle(What.ZIP_MALFORMED, name, "cut off");
        }
        var content = new byte[(int) packed];
        in.get(content);
        if (files.put(name, content) != null) {
            throw new MalformedBundle(What.NAME_REPEATED, name, "");
        }
        if (files.size() > MAX_FILES) {
            throw new MalformedBundle(What.TOO_LARGE, "zip", "more than " + MAX_FILES + " files");
        }
    }
}
