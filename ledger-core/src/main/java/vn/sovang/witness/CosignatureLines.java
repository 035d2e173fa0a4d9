package vn.sovang.witness;

import java.util.List;
import java.util.stream.Collectors;
import vn.sovang.tlog.NoteSignature;

/// What a witness answers with: signature lines, each ended (C2SP tlog-witness, "add-checkpoint").
/// The same bytes come back on a USB stick. [NoteSignature#parseLines] reads them.
public final class CosignatureLines {
    private CosignatureLines() {}

    public static String text(List<NoteSignature> lines) {
        return lines.stream().map(line -> line.line() + "\n").collect(Collectors.joining());
    }
}
