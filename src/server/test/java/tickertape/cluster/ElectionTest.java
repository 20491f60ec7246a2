package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// The last claim leads, for as long as its lease lasts, and no longer.
class ElectionTest {

    private static final long OWN = 5;
    private static final long OTHER = 6;
    private static final Duration STEP = Duration.ofMillis(100);

    private final FakeTime time = new FakeTime();
    private final Election election = new Election(time::nanoTime);

    @BeforeEach
    void readToTheEnd() {
        election.setBegun(true);
        election.listen(true);
    }

    @Test
    void serverLeadsWhenItReadsItsOwnClaim() {
        election.claim(OWN);
        assertThat(election.leads()).isFalse();

        assertThat(election.read(OWN)).isTrue();

        assertThat(election.term()).isEqualTo(1);
        assertThat(election.holds()).isEqualTo(OWN);
    }

    @Test
    void claimOfAnotherEndsIt() {
        lead();

        assertThat(election.read(OTHER)).isFalse();

        assertThat(election.leads()).isFalse();
        assertThat(election.holds()).isZero();
    }

    @Test
    void leaseEndsWithoutConfirmationAndDoesNotComeBack() {
        lead();
        time.pass(Election.LEASE);
        assertThat(election.leads()).isTrue();
        long before = time.nanoTime();

        time.pass(Duration.ofMillis(1));

        assertThat(election.leads()).isFalse();
        // What was on its way is confirmed after all, but meanwhile the market has gone on without it.
        election.confirm(OWN, before + 1);
        assertThat(election.leads()).isFalse();
        assertThat(election.terms()).isEqualTo(1);
    }

    @Test
    void confirmationsKeepTheLease() {
        lead();
        for (int i = 0; i < 10; i++) {
            time.pass(Duration.ofSeconds(1));
            election.confirm(OWN, time.nanoTime());
        }

        assertThat(election.term()).isEqualTo(1);
    }

    @Test
    void leaseEndsBeforeAnotherServerClaims() {
        assertThat(Election.LEASE).isLessThan(Election.SILENCE);
    }

    @Test
    void claimThatIsNeverReadIsGivenUp() {
        election.claim(OWN);
        for (int i = 0; i <= 10; i++) {
            time.pass(Duration.ofSeconds(1));
            election.confirm(OWN, time.nanoTime());
        }

        assertThat(election.holds()).isZero();
    }

    @Test
    void silenceOpensTheElection() {
        Duration patience = Duration.ofMillis(100);
        election.hear();
        listen(Election.SILENCE.plus(patience));
        assertThat(election.isOpen(patience)).isFalse();
        listen(STEP);

        assertThat(election.isOpen(patience)).isTrue();
        election.listen(false);
        assertThat(election.isOpen(patience)).isFalse();
    }

    @Test
    void serverThatWasStoppedHasHeardNoSilence() {
        election.hear();
        time.pass(Duration.ofSeconds(30));
        election.listen(true);

        assertThat(election.isOpen(Duration.ZERO)).isFalse();
    }

    @Test
    void resignationOpensItSooner() {
        election.hear();
        assertThat(election.isOpen(Duration.ZERO)).isFalse();
        election.hearNoMore();
        listen(STEP);

        assertThat(election.isOpen(Duration.ZERO)).isTrue();
    }

    @Test
    void nobodyLeadsAMarketThatItDoesNotKnow() {
        lead();

        election.setBegun(false);

        assertThat(election.leads()).isFalse();
        assertThat(election.inTouch()).isFalse();
    }

    @Test
    void serverIsOutOfTouchWhenNothingComes() {
        election.hear();
        assertThat(election.inTouch()).isTrue();

        time.pass(Election.OUT_OF_TOUCH);

        assertThat(election.inTouch()).isFalse();
        assertThat(election.isAbandoned()).isTrue();
    }

    @Test
    void secondTermIsAnotherOne() {
        lead();
        election.abandon();
        lead();

        assertThat(election.term()).isEqualTo(2);
    }

    private void listen(Duration span) {
        for (long i = 0; i < span.dividedBy(STEP); i++) {
            time.pass(STEP);
            election.listen(true);
        }
    }

    private void lead() {
        election.claim(OWN);
        election.read(OWN);
    }
}
