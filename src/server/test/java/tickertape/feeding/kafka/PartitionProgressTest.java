package tickertape.feeding.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tickertape.feeding.LineConfirmation;

/// What has been dealt with ends before the first line that has not gone through a tick, and before the first dead
/// letter
/// that has not arrived.
class PartitionProgressTest {

    private final PartitionProgress progress = new PartitionProgress(10);

    @Test
    void nothingIsDoneBeforeTheFirstTick() {
        progress.hand(11);
        progress.advance(11);

        assertThat(progress.position()).isEqualTo(11);
        assertThat(progress.done()).isEqualTo(10);
    }

    @Test
    void linesAreDoneAsTheTickConfirmsThem() {
        LineConfirmation first = progress.hand(11);
        progress.advance(11);
        LineConfirmation second = progress.hand(12);
        progress.advance(12);

        first.confirm();
        assertThat(progress.done()).isEqualTo(11);
        second.confirm();
        assertThat(progress.done()).isEqualTo(12);
    }

    @Test
    void whatIsNoLineIsDoneWithTheLinesBeforeIt() {
        LineConfirmation line = progress.hand(11);
        progress.advance(11);
        progress.advance(15);
        assertThat(progress.done()).isEqualTo(10);

        line.confirm();

        assertThat(progress.done()).isEqualTo(15);
    }

    @Test
    void lineThatTheMarketDoesNotGetHoldsNothingUp() {
        progress.hand(11);
        progress.takeBack();
        progress.advance(11);

        assertThat(progress.done()).isEqualTo(11);
    }

    @Test
    void deadLetterHoldsUpUntilItIsSettled() {
        progress.post(10);
        progress.advance(11);
        LineConfirmation line = progress.hand(12);
        progress.advance(12);
        line.confirm();
        assertThat(progress.done()).isEqualTo(10);

        progress.settle(10);

        assertThat(progress.done()).isEqualTo(12);
    }
}
