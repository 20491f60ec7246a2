package tickertape.commentary.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tickertape.testing.FakeTime;

/// Nobody uses more tokens in an hour than allowed, alone or with all others.
class TokenBudgetTest {

    private final FakeTime time = new FakeTime();
    private final TokenBudget budget = new TokenBudget(100, 250, time::nanoTime);

    @Test
    void callerHasItsOwnLimitAndAllHaveOneTogether() {
        assertThat(budget.reserve("ann", 100)).isPresent();
        assertThat(budget.reserve("ann", 1)).isEmpty();
        assertThat(budget.reserve("bob", 100)).isPresent();
        assertThat(budget.reserve("cleo", 51)).as("250 in all").isEmpty();
        assertThat(budget.reserve("cleo", 50)).isPresent();
    }

    @Test
    void textsForEverybodyAreOnlyLimitedByAll() {
        assertThat(budget.reserve("", 250)).isPresent();
        assertThat(budget.reserve("", 1)).isEmpty();
    }

    @Test
    void whatWasNotUsedIsGivenBackAndWhatWasUsedCountsForAnHour() {
        long text = budget.reserve("ann", 100).orElseThrow();
        budget.settle(text, 30);
        assertThat(budget.reserve("ann", 71)).isEmpty();
        long another = budget.reserve("ann", 70).orElseThrow();
        budget.settle(another, 0);

        time.pass(Duration.ofMinutes(59));
        assertThat(budget.reserve("ann", 71)).isEmpty();
        time.pass(Duration.ofMinutes(1));
        assertThat(budget.reserve("ann", 100)).isPresent();
    }

    @Test
    void textThatLastsLongerThanAnHourIsSettledOnce() {
        long text = budget.reserve("ann", 100).orElseThrow();
        time.pass(Duration.ofMinutes(61));
        assertThat(budget.reserve("ann", 60)).isPresent();

        budget.settle(text, 100);

        assertThat(budget.reserve("ann", 40)).isPresent();
        assertThat(budget.reserve("ann", 1)).isEmpty();
    }

    /// More may be used than was taken, as providers count in their own way.
    @Test
    void providerCountsAsItLikes() {
        budget.settle(budget.reserve("ann", 50).orElseThrow(), 120);
        assertThat(budget.reserve("ann", 1)).isEmpty();
        assertThat(budget.reserve("bob", 100)).isPresent();
        assertThat(budget.reserve("cleo", 31)).isEmpty();
    }

    @Test
    void tokensAreRatherCountedTooHighThanTooLow() {
        assertThat(TokenBudget.about("up")).isEqualTo(1);
        assertThat(TokenBudget.about("")).isZero();
        assertThat(TokenBudget.about("Apple 上涨")).isEqualTo(5);
    }
}
