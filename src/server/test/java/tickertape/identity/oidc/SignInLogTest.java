package tickertape.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;
import tickertape.testing.LogRecords;

/// What the log says of sign-ins that did not succeed.
class SignInLogTest {

    @AutoClose
    private final LogRecords records = new LogRecords(SignInLog.class);

    private final FakeTime time = new FakeTime();
    private final SignInLog log = new SignInLog("https://id.example", time::nanoTime);

    @Test
    void eachKindIsLoggedAtOnceAndThenOnceAMinute() {
        records.listen();
        for (int i = 0; i < 5; i++) {
            log.add(new SignInException(SignInOutcome.FAILED, "the clock"));
        }
        log.add(new SignInException(SignInOutcome.CANCELLED, "a visitor"));
        time.pass(Duration.ofSeconds(61));
        log.add(new SignInException(SignInOutcome.FAILED, "the key"));

        assertThat(records.lines())
                .containsExactly(
                        "1 sign-ins at https://id.example ended as failed, the last of them because: the clock",
                        "1 sign-ins at https://id.example ended as cancelled, the last of them because: a visitor",
                        "5 sign-ins at https://id.example ended as failed, the last of them because: the key");
    }
}
