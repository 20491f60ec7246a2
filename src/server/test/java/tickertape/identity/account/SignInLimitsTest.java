package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;
import tickertape.web.ProblemException;

/// How often somebody may try to sign in.
class SignInLimitsTest {

    private static final AccountName ANN = AccountName.of("ann");

    @AutoClose
    private final LogRecords log = new LogRecords(SignInLimits.class);

    private final FakeTime time = new FakeTime();
    private final SignInLimits limits = new SignInLimits(12, time::nanoTime);

    @Test
    void oneAccountMayBeTriedASixthAsOftenAsOneAddressTries() {
        limits.count("10.0.0.1", ANN);
        limits.count("10.0.0.2", ANN);

        refuses("10.0.0.3", ANN);
        refuses("10.0.0.3", AccountName.of("ANN"));
        limits.count("10.0.0.3", AccountName.of("bob"));
    }

    @Test
    void oneAddressMayTryOnlySoManyAccounts() {
        for (int i = 0; i < 12; i++) {
            limits.count("10.0.0.1", AccountName.of("member " + (char) ('a' + i) + "x"));
        }

        refuses("10.0.0.1", ANN);
        limits.count("10.0.0.2", ANN);
    }

    @Test
    void whoSignsInElsewhereIsCountedToo() {
        for (int i = 0; i < 12; i++) {
            limits.count("10.0.0.1");
        }

        refuses("10.0.0.1", ANN);
        limits.count("10.0.0.2");
    }

    @Test
    void howManyWereRefusedIsLoggedOnceAMinuteAndNobodyIsNamed() {
        log.listen();
        for (int i = 0; i < 7; i++) {
            attempt();
        }
        time.pass(Duration.ofSeconds(61));
        for (int i = 0; i < 3; i++) {
            attempt();
        }

        assertThat(log.lines())
                .containsExactly(
                        "1 attempts to sign in were refused: too many of one address, or for one account",
                        "5 attempts to sign in were refused: too many of one address, or for one account");
    }

    // In a minute the account has two attempts more.
    private void attempt() {
        try {
            limits.count("10.0.0.1", ANN);
        } catch (ProblemException refused) {
            assertThat(refused.getResponse().getStatus()).isEqualTo(429);
        }
    }

    @Test
    void whoHasWaitedMayTryAgain() {
        limits.count("10.0.0.1", ANN);
        limits.count("10.0.0.1", ANN);
        time.pass(Duration.ofSeconds(31));

        limits.count("10.0.0.1", ANN);
        refuses("10.0.0.1", ANN);
    }

    private void refuses(String address, AccountName name) {
        assertThatThrownBy(() -> limits.count(address, name))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getResponse().getStatus()).isEqualTo(429);
                    assertThat(problem.getResponse().getHeaderString("Retry-After"))
                            .matches("[1-9][0-9]?");
                });
    }
}
