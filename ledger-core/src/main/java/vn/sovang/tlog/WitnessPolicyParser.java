package vn.sovang.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a policy line by line (C2SP tlog-policy, "Policy file syntax and structure"). One instance
/// reads one file.
///
/// Octets above 0x7E are opaque to the syntax, so the file is split as ISO 8859-1, in which every
/// octet is a character. Comments may hold any; what is kept (names, keys, URLs) must be UTF-8.
final class WitnessPolicyParser {
    final List<WitnessPolicy.Log> logs = new ArrayList<>();
    private final Map<String, WitnessPolicy.Witness> witnesses = new HashMap<>();
    private final Map<String, WitnessPolicy.Group> groups = new HashMap<>();
    private final Set<String> memberships = new HashSet<>();

    /// Null until the quorum line was read.
    private @Nullable String quorum;

    WitnessPolicy parse(byte[] file) {
        requireOctets(file);
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        if (!lines[lines.length - 1].isEmpty()) {
            throw new MalformedLogDataException("policy: no newline at the end");
        }
        for (int i = 0; i < lines.length; i++) {
            try {
                line(lines[i]);
            } catch (MalformedLogDataException wrong) {
                throw new MalformedLogDataException(
                        "policy line " + (i + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        if (quorum == null) {
            throw new MalformedLogDataException("policy: no quorum line");
        }
        return new WitnessPolicy(logs, witnesses, groups, quorum);
    }

    private static void requireOctets(byte[] file) {
        for (int at = 0; at < file.length; at++) {
            int octet = Byte.toUnsignedInt(file[at]);
            if ((octet < 0x20 && octet != '\n' && octet != '\t') || octet == 0x7f) {
                throw new MalformedLogDataException(
                        "policy: control character 0x%02x at offset %d".formatted(octet, at));
            }
        }
    }

    private void line(String line) {
        // Space and tab only: U+00A0 is an opaque octet here, though Java calls it a space.
        String[] words = line.replaceAll("^[ \t]+|[ \t]+$", "").split("[ \t]+", -1);
        if (words[0].isEmpty() || words[0].startsWith("#")) {
            return;
        }
        switch (words[0]) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                    throw new MalformedLogDataException(
                            "unknown word " + StrictText.quoted(words[0]));
        }
    }

    private void log(String[] words) {
        requireWords(words, 2, 3);
        addLog(VerifierKey.parse(utf8(words[1])), urlAt(words, 2));
    }

    void addLog(VerifierKey key, @Nullable String url) {
        if (key.type() == KeyType.ED25519_COSIGNATURE) {
            throw new MalformedLogDataException("a log does not sign with a witness's key type");
        }
        if (logs.stream().anyMatch(log -> log.key().sharesKeyWith(key))) {
            throw new MalformedLogDataException("a log with this key was defined before");
        }
        logs.add(new WitnessPolicy.Log(key, url));
    }

    private void witness(String[] words) {
        requireWords(words, 3, 4);
        String name = define(words[1]);
        VerifierKey key = VerifierKey.parse(utf8(words[2]));
        if (key.type() == KeyType.ED25519) {
            throw new MalformedLogDataException("a witness needs a cosignature key, type 4 or 6");
        }
        if (witnesses.values().stream().anyMatch(known -> known.key().sharesKeyWith(key))) {
            throw new MalformedLogDataException("a witness with this key was defined before");
        }
        witnesses.put(name, new WitnessPolicy.Witness(name, key, urlAt(words, 3)));
    }

    private void group(String[] words) {
        requireWords(words, 4, Integer.MAX_VALUE);
        List<String> members = Arrays.stream(words).skip(3).map(WitnessPolicyParser::utf8).toList();
        for (String member : members) {
            requireDefined(member);
            // Else one witness could count twice towards a quorum.
            if (!memberships.add(member)) {
                throw new MalformedLogDataException(
                        StrictText.quoted(member) + " is a member of a group already");
            }
        }
        int threshold = threshold(words[2], members.size());
        // Defined last: a group is no member of itself.
        groups.put(define(words[1]), new WitnessPolicy.Group(threshold, members));
    }

    private static int threshold(String word, int members) {
        return switch (word) {
            case "any" -> 1;
            case "all" -> members;
            default -> {
                long k = StrictText.decimal(word, "threshold");
                if (k < 1 || k > members) {
                    throw new MalformedLogDataException(
                            "threshold " + k + " of " + members + " members");
                }
                yield (int) k;
            }
        };
    }

    private void quorum(String[] words) {
        requireWords(words, 2, 2);
        if (quorum != null) {
            throw new MalformedLogDataException("a second quorum line");
        }
        String name = utf8(words[1]);
        if (!name.equals(WitnessPolicy.NONE)) {
            requireDefined(name);
        }
        quorum = name;
    }

    private String define(String word) {
        String name = utf8(word);
        if (name.equals(WitnessPolicy.NONE)
                || witnesses.containsKey(name)
                || groups.containsKey(name)) {
            throw new MalformedLogDataException(StrictText.quoted(name) + " is defined already");
        }
        return name;
    }

    private void requireDefined(String name) {
        if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
            throw new MalformedLogDataException(StrictText.quoted(name) + " is not defined above");
        }
    }

    private static void requireWords(String[] words, int fewest, int most) {
        if (words.length < fewest || words.length > most) {
            throw new MalformedLogDataException(
                    "'%s' with %d words".formatted(words[0], words.length - 1));
        }
    }

    private static @Nullable String urlAt(String[] words, int at) {
        return at < words.length ? utf8(words[at]) : null;
    }

    private static String utf8(String octets) {
        return StrictText.utf8(octets.getBytes(StandardCharsets.ISO_8859_1), "word");
    }
}
