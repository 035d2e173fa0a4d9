package vn.sovang.founding;

import static vn.sovang.testing.PhanRang.origin;

import org.junit.jupiter.api.Test;
import vn.sovang.decider.RefusalCode;
import vn.sovang.event.Fact;
import vn.sovang.event.LedgerEvent;
import vn.sovang.event.LedgerOpened;
import vn.sovang.event.SigningKeyEvent;
import vn.sovang.event.SigningKeyEvent.SigningKeyIntroduced;
import vn.sovang.event.SigningKeyEvent.SigningKeyRetired;
import vn.sovang.testing.DeciderSpec;

class SigningKeysTest {
    private static final String A = "test.example/ledger+aaaaaaaa+AQ";
    private static final String B = "test.example/ledger+bbbbbbbb+AQ";
    private static final String C = "test.example/ledger+cccccccc+AQ";

    private static final LedgerOpened OPENED =
            new LedgerOpened("test.example/ledger", LedgerOpened.Clock.SYSTEM);

    private static Fact fact(LedgerEvent event) {
        return origin("an", "2026-11-01").fact(event);
    }

    private static DeciderSpec.Then when(SigningKeyEvent change, SigningKeyEvent... before) {
        var spec = DeciderSpec.of(new SigningKeys()).given(fact(OPENED));
        for (var event : before) {
            spec.given(fact(event));
        }
        return spec.when(new ChangeSigningKey(origin("an", "2026-11-02"), change));
    }

    @Test
    void a_key_takes_over_from_another_and_then_a_third() {
        when(new SigningKeyIntroduced(B, A)).then(new SigningKeyIntroduced(B, A));
        when(new SigningKeyRetired(A), new SigningKeyIntroduced(B, A))
                .then(new SigningKeyRetired(A));
        when(
                        new SigningKeyIntroduced(C, B),
                        new SigningKeyIntroduced(B, A),
                        new SigningKeyRetired(A))
                .then(new SigningKeyIntroduced(C, B));
    }

    @Test
    void there_are_never_three_keys_at_once() {
        when(new SigningKeyIntroduced(C, B), new SigningKeyIntroduced(B, A))
                .thenRefused(RefusalCode.KEY_ROTATION_RUNNING);
    }

    @Test
    void a_retired_key_never_comes_back() {
        when(
                        new SigningKeyIntroduced(A, B),
                        new SigningKeyIntroduced(B, A),
                        new SigningKeyRetired(A))
                .thenRefused(RefusalCode.SIGNING_KEY_USED_BEFORE);
        when(new SigningKeyIntroduced(A, A)).thenRefused(RefusalCode.SIGNING_KEY_USED_BEFORE);
    }

    @Test
    void only_the_key_in_use_hands_over() {
        when(
                        new SigningKeyIntroduced(C, A),
                        new SigningKeyIntroduced(B, A),
                        new SigningKeyRetired(A))
                .thenRefused(RefusalCode.SIGNING_KEY_NOT_IN_USE);
        when(new SigningKeyRetired(B), new SigningKeyIntroduced(B, A))
                .thenRefused(RefusalCode.SIGNING_KEY_NOT_IN_USE);
    }

    @Test
    void the_only_key_cannot_be_retired() {
        when(new SigningKeyRetired(A)).thenRefused(RefusalCode.KEY_ROTATION_NOT_RUNNING);
        when(new SigningKeyRetired(B), new SigningKeyIntroduced(B, A), new SigningKeyRetired(A))
                .thenRefused(RefusalCode.KEY_ROTATION_NOT_RUNNING);
    }

    @Test
    void a_key_bears_the_logs_name() {
        when(new SigningKeyIntroduced("other.example/x+bbbbbbbb+AQ", A))
                .thenRefused(RefusalCode.SIGNING_KEY_OF_ANOTHER_LOG);
    }
}
