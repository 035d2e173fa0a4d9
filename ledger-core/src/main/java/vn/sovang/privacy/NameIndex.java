package vn.sovang.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sovang.vocabulary.Folding;
import vn.sovang.vocabulary.Sealed;

/// Finds sealed names by their words (*tìm theo tên*) with tables that tell nothing to whoever has
/// no more than them.
///
/// One token for one word would: a third of all names begin with *Nguyễn*, and counting equal
/// tokens gives most names away. So a word's token is another one in every row, as in E.-J. Goh,
/// *Secure Indexes* (2003): `AES(HMAC(key, word), subject)`, the cipher standing for a random
/// function of the subject's id. Equal words leave unequal bytes, all rows of people are equally
/// long, and nothing can be looked up without the key, which is in no database. The price: a
/// question goes through all rows, one block of the cipher each; the database never sees the
/// question.
///
/// Whoever may ask can still test guesses. Proved by `SearchTest`.
public final class NameIndex {
    /// Words of a name that are indexed, and words of a question. Names of collectives are longer
    /// than people's; of a name that is longer still, the first words and the last.
    public static final int MAX_WORDS = 16;

    /// Letters of the given name that may be typed in part; no syllable has more than seven.
    private static final int MAX_PREFIX = 7;

    /// 40 bits: among a million names of 48 tokens one false find in twenty thousand questions.
    private static final int TOKEN_BYTES = 5;

    /// A row is filled up to a multiple of this, so that its length does not count the words: 24
    /// tokens hold every usual name of a person.
    private static final int TOKENS_TOGETHER = 24;

    private static final int SUBJECT_BYTES = 16;

    /// Rows whose tokens are made at once.
    private static final int AT_ONCE = 4_096;

    /// Longs for 256 bits.
    private static final int LONGS = 4;

    private static final String SPELLED = "spelled";
    private static final String LETTERS = "letters";
    private static final String GIVEN = "given";
    private static final String PREFIX = "prefix";
    private static final String WHOLE_SPELLED = "whole spelled";
    private static final String WHOLE_LETTERS = "whole letters";
    private static final String FILLING = "filling";

    private final IdentityVault vault;
    private final byte[] key;

    NameIndex(IdentityVault vault, byte[] key) {
        this.vault = vault;
        this.key = key.clone();
    }

    /// What each name is found by, by seal; what was erased is not among them.
    public Map<UUID, byte[]> of(Collection<Sealed> names) {
        var subjects = new HashMap<UUID, UUID>();
        names.forEach(name -> subjects.put(name.sealId(), name.subject()));
        var rows = new HashMap<UUID, byte[]>();
        vault.openAll(names)
                .forEach((seal, name) -> {
                    var subject = subjects.get(seal);
                    if (subject != null) {
                        rows.put(seal, row(subject, name));
                    }
                });
        return rows;
    }

    private byte[] row(UUID subject, String name) {
        var tokens = new ArrayList<byte[]>();
        for (var label : labels(name)) {
            tokens.add(new Trapdoor(label).token(subject));
        }
        var filling = new Trapdoor(FILLING);
        for (int i = 0; tokens.size() % TOKENS_TOGETHER != 0; i++) {
            tokens.add(filling.token(new UUID(subject.getMostSignificantBits() ^ i, i)));
        }
        // In the order of their bytes, which says nothing about the order of the words.
        tokens.sort(Arrays::compareUnsigned);
        var row = ByteBuffer.allocate(tokens.size() * TOKEN_BYTES);
        tokens.forEach(row::put);
        return row.array();
    }

    private static Set<String> labels(String name) {
        var spelled = NameForms.spelled(name);
        var letters = Folding.searched(spelled);
        var labels = new LinkedHashSet<String>();
        words(spelled).forEach(word -> labels.add(label(SPELLED, word)));
        var folded = words(letters);
        folded.forEach(word -> labels.add(label(LETTERS, word)));
        if (!folded.isEmpty()) {
            var given = folded.getLast();
            labels.add(label(GIVEN, given));
            for (int i = 1; i < Math.min(given.length(), MAX_PREFIX + 1); i++) {
                labels.add(label(PREFIX, given.substring(0, i)));
            }
        }
        labels.add(label(WHOLE_SPELLED, spelled));
        labels.add(label(WHOLE_LETTERS, letters));
        return labels;
    }

    private static List<String> words(String folded) {
        var words = folded.isEmpty() ? List.<String>of() : List.of(folded.split(" "));
        if (words.size() <= MAX_WORDS) {
            return words;
        }
        var some = new ArrayList<>(words.subList(0, MAX_WORDS - 1));
        some.add(words.getLast());
        return some;
    }

    private static String label(String form, String text) {
        return form + "\0" + text;
    }

    /// Rows of people side by side, so that a question goes through all of them at once. Never
    /// changed.
    public static final class Rows {
        private final byte[] subjects;
        private final byte[] tokens;

        /// Where the tokens of each row begin, and behind the last where they end.
        private final int[] starts;

        /// Of each row which first bytes its tokens have, 256 bits: nine in ten rows are out after
        /// one look.
        private final long[] firstBytes;

        /// @param tokens what [#of] made for each of the subjects, in their order
        public Rows(List<UUID> subjects, List<byte[]> tokens) {
            if (subjects.size() != tokens.size()) {
                throw new IllegalArgumentException("a row for each subject");
            }
            var ids = ByteBuffer.allocate(subjects.size() * SUBJECT_BYTES);
            subjects.forEach(subject -> put(ids, subject));
            this.subjects = ids.array();
            this.tokens = new byte[tokens.stream().mapToInt(row -> row.length).sum()];
            this.starts = new int[tokens.size() + 1];
            this.firstBytes = new long[tokens.size() * LONGS];
            int at = 0;
            for (int row = 0; row < tokens.size(); row++) {
                var some = tokens.get(row);
                System.arraycopy(some, 0, this.tokens, at, some.length);
                at += some.length;
                starts[row + 1] = at;
                for (int token = 0; token < some.length; token += TOKEN_BYTES) {
                    firstBytes[place(row, some[token])] |= 1L << some[token];
                }
            }
        }

        /// Where the bit of a first byte is; which of the 64 there, the byte itself tells.
        private static int place(int row, byte first) {
            return row * LONGS + ((first & 0xFF) >>> 6);
        }

        private BitSet all() {
            var all = new BitSet();
            all.set(0, starts.length - 1);
            return all;
        }

        private UUID subject(int row) {
            var id = ByteBuffer.wrap(subjects, row * SUBJECT_BYTES, SUBJECT_BYTES);
            return new UUID(id.getLong(), id.getLong());
        }

        private boolean mayHave(int row, byte first) {
            return (firstBytes[place(row, first)] & (1L << first)) != 0;
        }

        /// Tokens lie in the order of their bytes.
        private boolean has(int row, byte[] token, int from) {
            for (int at = starts[row]; at < starts[row + 1]; at += TOKEN_BYTES) {
                int order = Byte.compareUnsigned(tokens[at], token[from]);
                if (order > 0) {
                    return false;
                }
                if (order == 0
                        && Arrays.equals(
                                tokens, at, at + TOKEN_BYTES, token, from, from + TOKEN_BYTES)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// A row that answers.
    ///
    /// @param row which of the rows asked
    /// @param rank best first: 0 and 1 the whole name as spelled, 2 and 3 every word as spelled, 4
    ///   and 5 the whole name but for accents, 6 and 7 every word but for accents; the even ones
    ///   where the last word is the given name
    public record Answer(int row, int rank) {}

    private static void put(ByteBuffer ids, UUID subject) {
        ids.putLong(subject.getMostSignificantBits()).putLong(subject.getLeastSignificantBits());
    }

    /// A question, to be put to rows by one thread.
    ///
    /// @param text words of a name in any order; the last may be the beginning of a given name
    public Question ask(String text) {
        return new Question(text);
    }

    /// How well rows answer.
    public final class Question {
        private final List<Word> words = new ArrayList<>();
        private final List<Trapdoor> spelled = new ArrayList<>();
        private final Trapdoor wholeSpelled;
        private final Trapdoor wholeLetters;
        private final Trapdoor given;

        private Question(String text) {
            var sought = NameForms.sought(text);
            var letters = Folding.searched(sought);
            var folded = words(letters);
            for (int i = 0; i < folded.size(); i++) {
                words.add(new Word(folded.get(i), i == folded.size() - 1));
            }
            // The longest word is the rarest: most rows are out after it.
            words.sort(Comparator.comparingInt(Word::length).reversed());
            words(sought).forEach(word -> spelled.add(new Trapdoor(label(SPELLED, word))));
            wholeSpelled = new Trapdoor(label(WHOLE_SPELLED, sought));
            wholeLetters = new Trapdoor(label(WHOLE_LETTERS, letters));
            given = new Trapdoor(label(GIVEN, folded.isEmpty() ? "" : folded.getLast()));
        }

        /// The rows that have every word, in their order; none of the erased, whatever a restored
        /// table says.
        public List<Answer> among(Rows rows) {
            if (words.isEmpty()) {
                return List.of();
            }
            var found = rows.all();
            for (var word : words) {
                found = word.among(rows, found);
            }
            var asSpelled = found;
            for (var word : spelled) {
                asSpelled = word.among(rows, asSpelled);
            }
            var wholeAsSpelled = wholeSpelled.among(rows, found);
            var whole = wholeLetters.among(rows, found);
            var named = given.among(rows, found);
            // Asked once: whether somebody is on the list is asked of a file.
            var erased = vault.erased();
            var answers = new ArrayList<Answer>();
            for (int row = found.nextSetBit(0); row >= 0; row = found.nextSetBit(row + 1)) {
                if (!erased.contains(rows.subject(row))) {
                    int likeness =
                            wholeAsSpelled.get(row)
                                    ? 0
                                    : asSpelled.get(row) ? 1 : whole.get(row) ? 2 : 3;
                    answers.add(new Answer(row, 2 * likeness + (named.get(row) ? 0 : 1)));
                }
            }
            return answers;
        }
    }

    private final class Word {
        private final int length;
        private final List<Trapdoor> either = new ArrayList<>();

        Word(String word, boolean last) {
            length = word.length();
            either.add(new Trapdoor(label(LETTERS, word)));
            if (last) {
                either.add(new Trapdoor(label(PREFIX, word)));
            }
        }

        int length() {
            return length;
        }

        BitSet among(Rows rows, BitSet some) {
            var found = new BitSet();
            either.forEach(form -> found.or(form.among(rows, some)));
            return found;
        }
    }

    /// What lets one label be recognised in any row. Owned by one thread.
    private final class Trapdoor {
        private final Cipher cipher;

        Trapdoor(String label) {
            cipher = cipher(mac(key).doFinal(label.getBytes(UTF_8)));
        }

        byte[] token(UUID subject) {
            var id = ByteBuffer.allocate(SUBJECT_BYTES);
            put(id, subject);
            return Arrays.copyOf(tokens(id.array(), SUBJECT_BYTES), TOKEN_BYTES);
        }

        /// Blocks one after the other; each begins with the token of its subject.
        private byte[] tokens(byte[] subjects, int length) {
            try {
                return cipher.doFinal(subjects, 0, length);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("whole blocks need no padding", e);
            }
        }

        /// Those of the rows that have the label.
        BitSet among(Rows rows, BitSet some) {
            var found = new BitSet();
            var asked = new int[AT_ONCE];
            var subjects = new byte[AT_ONCE * SUBJECT_BYTES];
            int row = some.nextSetBit(0);
            while (row >= 0) {
                int count = 0;
                for (; row >= 0 && count < AT_ONCE; row = some.nextSetBit(row + 1)) {
                    System.arraycopy(
                            rows.subjects,
                            row * SUBJECT_BYTES,
                            subjects,
                            count * SUBJECT_BYTES,
                            SUBJECT_BYTES);
                    asked[count++] = row;
                }
                var tokens = tokens(subjects, count * SUBJECT_BYTES);
                for (int i = 0; i < count; i++) {
                    int token = i * SUBJECT_BYTES;
                    if (rows.mayHave(asked[i], tokens[token])
                            && rows.has(asked[i], tokens, token)) {
                        found.set(asked[i]);
                    }
                }
            }
            return found;
        }
    }

    private static Cipher cipher(byte[] key) {
        try {
            // One block for each id, none of them twice under one key: what ECB would show of equal
            // blocks is nothing here.
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
