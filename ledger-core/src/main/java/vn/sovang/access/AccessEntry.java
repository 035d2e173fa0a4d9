package vn.sovang.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sovang.privacy.Unmasking;
import vn.sovang.vocabulary.EvidenceId;
import vn.sovang.vocabulary.EvidenceSubject;
import vn.sovang.vocabulary.EvidenceVariant;
import vn.sovang.vocabulary.IllegalValue;
import vn.sovang.vocabulary.Sealed;
import vn.sovang.vocabulary.UnitId;

/// What somebody looked at, took away, or was refused (*mục nhật ký truy cập*). Not an event of the
/// ledger: nothing is decided by it and no figure counts it.
///
/// `what` says through which door, such as `GET /khen-thuong/{id}`, never what was typed there.
public sealed interface AccessEntry {
    /// Each costs a tag.
    int MAX_SUBJECTS = 12;

    /// An id as it is written, in upper or lower case.
    Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// Whose records it concerns: ids of awards, items, recipients or units.
    List<UUID> subjects();

    /// A list was asked for (*tra cứu*).
    ///
    /// @param by names of the criteria used, without their values
    record Searched(String what, List<String> by, List<UUID> subjects) implements AccessEntry {
        public Searched {
            what = Accessor.bounded("what", what);
            by = List.copyOf(by);
            subjects = few(subjects);
        }
    }

    /// One record was opened (*xem*).
    record Opened(String what, List<UUID> subjects) implements AccessEntry {
        public Opened {
            what = Accessor.bounded("what", what);
            subjects = few(subjects);
        }
    }

    /// Sealed fields of one person were shown, or handed out in a bundle (*mở dữ liệu cá nhân*).
    ///
    /// @param need what gave the right to
    /// @param reason why; sealed, because people are named where one asks why
    /// @param before where the entry was kept before this log was there; null for those made here
    record Unmasked(
            UUID subject,
            List<String> fields,
            Unmasking.Need need,
            Sealed reason,
            @Nullable Before before)
            implements AccessEntry {
        public Unmasked {
            fields = List.copyOf(fields);
        }

        @Override
        public List<UUID> subjects() {
            return List.of(subject);
        }
    }

    /// Where an older version kept an entry. It was not sealed there: a claim.
    ///
    /// @param file name of the file it was taken from
    /// @param at when, as the file says
    record Before(String file, Instant at) {}

    /// Something was written to a file that leaves the ledger (*kết xuất*).
    ///
    /// @param range how much of it, in the exporter's words, such as `1..300`
    record Exported(String what, String range) implements AccessEntry {
        public Exported {
            what = Accessor.bounded("what", what);
            range = Accessor.bounded("range", range);
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }

    /// An evidence bundle was asked for (*phát hành bằng chứng*); that it was handed out is an
    /// event of the ledger.
    record EvidenceAsked(EvidenceId bundle, EvidenceSubject subject, EvidenceVariant variant)
            implements AccessEntry {
        @Override
        public List<UUID> subjects() {
            return switch (subject) {
                case EvidenceSubject.OfAward(var award) -> List.of(award.value());
                case EvidenceSubject.OfRecipient(var recipient) -> List.of(recipient.value());
                case EvidenceSubject.OfPeriod _ -> List.of();
            };
        }
    }

    /// Somebody tried what a rule forbids that person (*bị từ chối*): above all to do two things
    /// that two people must do.
    ///
    /// @param code of the refusal
    record Refused(String code, String what, List<UUID> subjects) implements AccessEntry {
        public Refused {
            code = Accessor.bounded("code", code);
            what = Accessor.bounded("what", what);
            subjects = few(subjects);
        }
    }

    /// A log was derived again and compared (*kiểm tra sổ*).
    ///
    /// @param what origin of the log
    /// @param size entries it held
    /// @param findings how many things were not as written
    record Checked(String what, long size, int findings) implements AccessEntry {
        public Checked {
            what = Accessor.bounded("what", what);
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }

    /// Somebody signed in (*đăng nhập*).
    ///
    /// @param way how: with a password, or through an identity provider
    record CameIn(String way) implements AccessEntry {
        public CameIn {
            way = Accessor.bounded("way", way);
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }

    /// Somebody did not get in (*đăng nhập không thành*): whose name was given stands in the
    /// accessor, as a claim, where there is such an account; what was typed never does.
    ///
    /// @param why such as `SIGN_IN_FAILED`
    record TurnedAway(String why) implements AccessEntry {
        public TurnedAway {
            why = Accessor.bounded("why", why);
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }

    /// An account was made or changed (*thay đổi tài khoản*); found by its name too.
    ///
    /// @param account whose
    /// @param what such as `ADDED`, `ROLES` or `DISABLED`
    /// @param roles that it has from now on
    /// @param unit that it belongs to from now on; null for none
    record AccountChanged(String account, String what, List<String> roles, @Nullable UnitId unit)
            implements AccessEntry {
        public AccountChanged {
            account = Accessor.bounded("account", account);
            what = Accessor.bounded("what", what);
            roles = List.copyOf(roles);
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }

    /// Entries were lost before this one, because the log could not take them (*bỏ sót*).
    record Missed(long count, Instant since) implements AccessEntry {
        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }

    /// The first ids among texts, at most [#MAX_SUBJECTS]; what is no id is left out.
    static List<UUID> idsIn(Collection<String> texts) {
        return texts.stream()
                .filter(text -> ID.matcher(text).matches())
                .map(UUID::fromString)
                .distinct()
                .limit(MAX_SUBJECTS)
                .toList();
    }

    private static List<UUID> few(List<UUID> subjects) {
        if (subjects.size() > MAX_SUBJECTS) {
            throw new IllegalValue("subjects", "more than " + MAX_SUBJECTS);
        }
        return List.copyOf(subjects);
    }
}
