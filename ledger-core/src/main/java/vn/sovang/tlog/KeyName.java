package vn.sovang.tlog;

/// The rule for key names: not empty, no Unicode space, no `+` (C2SP signed-note, "Format").
final class KeyName {
    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static String require(String name, String what) {
        if (name.isEmpty()) {
            throw new MalformedLogDataException(what + ": empty key name");
        }
        StrictText.requireNoControls(name, what);
        if (name.indexOf('+') >= 0 || name.codePoints().anyMatch(KeyName::isSpace)) {
            throw new MalformedLogDataException(
                    what + ": space or '+' in key name " + StrictText.quoted(name));
        }
        return name;
    }

    /// The White_Space property of Unicode. The JDK has two narrower ideas of a space, one without
    /// the no-break ones, one without line ends, and neither has U+0085.
    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == NEXT_LINE;
    }
}
