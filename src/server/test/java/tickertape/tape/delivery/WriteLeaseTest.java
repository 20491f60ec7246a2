package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One of two threads walks on after a visit, and no turn is lost or given back twice.
class WriteLeaseTest {

    private final WriterPermits turns = new WriterPermits(2);
    private final WriteLease visits = new WriteLease(turns);

    @BeforeEach
    void enter() {
        visits.enter();
    }

    @Test
    void eachHasANumberOfItsOwn() {
        long first = visits.begin();
        visits.end(first);

        long second = visits.begin();

        assertThat(second).isNotEqualTo(first).isEqualTo(visits.current());
    }

    @Test
    void betweenTwoThereIsNone() {
        assertThat(visits.current()).isZero();

        visits.end(visits.begin());

        assertThat(visits.current()).isZero();
    }

    @Test
    void onlyOneEndsIt() {
        long visit = visits.begin();

        assertThat(visits.end(visit)).isTrue();

        assertThat(visits.end(visit)).isFalse();
        assertThat(turns.free()).isOne();
    }

    @Test
    void whoTakesLongLendsItsTurn() {
        long visit = visits.begin();

        visits.lend(visit);

        assertThat(turns.free()).isEqualTo(2);
        assertThat(visits.current()).isEqualTo(visit);
    }

    @Test
    void turnIsLentOnce() {
        long visit = visits.begin();
        visits.lend(visit);

        visits.lend(visit);

        assertThat(turns.free()).isEqualTo(2);
    }

    @Test
    void visitThatHasEndedLendsNothing() {
        long visit = visits.begin();
        visits.end(visit);
        visits.begin();

        visits.lend(visit);

        assertThat(turns.free()).isOne();
    }

    @Test
    void whoEndsALentVisitTakesATurnAgain() {
        long visit = visits.begin();
        visits.lend(visit);

        assertThat(visits.end(visit)).isTrue();

        assertThat(turns.free()).isOne();
        assertThat(visits.end(visit)).isFalse();
        visits.leave();
        assertThat(turns.free()).isEqualTo(2);
    }

    @Test
    void asMuchIsGivenBackAsWasTaken() {
        turns.among(100);

        visits.leave();
        assertThat(turns.free()).isEqualTo(2);

        visits.enter();
        turns.among(1);
        visits.leave();
        assertThat(turns.free()).isEqualTo(2);
    }
}
