package tickertape.tape.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One of two threads goes on after a write, and no permit is lost or given back twice.
class WriteLeaseTest {

    private final WriterPermits permits = new WriterPermits(2);
    private final WriteLease lease = new WriteLease(permits);

    @BeforeEach
    void acquire() {
        lease.acquire();
    }

    @Test
    void eachHasANumberOfItsOwn() {
        long first = lease.begin();
        lease.end(first);

        long second = lease.begin();

        assertThat(second).isNotEqualTo(first).isEqualTo(lease.current());
    }

    @Test
    void betweenTwoThereIsNone() {
        assertThat(lease.current()).isZero();

        lease.end(lease.begin());

        assertThat(lease.current()).isZero();
    }

    @Test
    void onlyOneEndsIt() {
        long write = lease.begin();

        assertThat(lease.end(write)).isTrue();

        assertThat(lease.end(write)).isFalse();
        assertThat(permits.available()).isOne();
    }

    @Test
    void writeThatTakesLongLendsItsPermit() {
        long write = lease.begin();

        lease.lend(write);

        assertThat(permits.available()).isEqualTo(2);
        assertThat(lease.current()).isEqualTo(write);
    }

    @Test
    void permitIsLentOnce() {
        long write = lease.begin();
        lease.lend(write);

        lease.lend(write);

        assertThat(permits.available()).isEqualTo(2);
    }

    @Test
    void writeThatHasEndedLendsNothing() {
        long write = lease.begin();
        lease.end(write);
        lease.begin();

        lease.lend(write);

        assertThat(permits.available()).isOne();
    }

    @Test
    void threadThatEndsALentWriteAcquiresAPermitAgain() {
        long write = lease.begin();
        lease.lend(write);

        assertThat(lease.end(write)).isTrue();

        assertThat(permits.available()).isOne();
        assertThat(lease.end(write)).isFalse();
        lease.release();
        assertThat(permits.available()).isEqualTo(2);
    }

    @Test
    void asMuchIsGivenBackAsWasTaken() {
        permits.shareAmong(100);

        lease.release();
        assertThat(permits.available()).isEqualTo(2);

        lease.acquire();
        permits.shareAmong(1);
        lease.release();
        assertThat(permits.available()).isEqualTo(2);
    }
}
