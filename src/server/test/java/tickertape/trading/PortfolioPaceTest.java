package tickertape.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Each portfolio is told at most once a second, and never many at once.
class PortfolioPaceTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long START = -5;

    private final PortfolioPace pace = new PortfolioPace(START);

    @Test
    void whoIsAloneIsToldAtOnce() {
        pace.add(7);

        assertThat(at(1)).containsExactly(7L);
        assertThat(at(2000)).isEmpty();
    }

    @Test
    void nobodyIsToldTwiceInASecond() {
        pace.add(7);
        assertThat(at(1)).containsExactly(7L);

        pace.add(7);
        assertThat(at(500)).isEmpty();
        assertThat(at(1000)).isEmpty();
        assertThat(at(1001)).containsExactly(7L);
    }

    @Test
    void manyAreSpreadOverASecond() {
        LongStream.range(0, 1000).forEach(pace::add);
        var told = new ArrayList<Long>();
        for (int i = 1; !told.containsAll(LongStream.range(0, 1000).boxed().toList()); i++) {
            // Prices move, so all of them wait again.
            LongStream.range(0, 1000).forEach(pace::add);
            List<Long> now = at(10L * i);
            assertThat(now).hasSizeLessThanOrEqualTo(10);
            told.addAll(now);
            assertThat(i).isLessThanOrEqualTo(100);
        }
        assertThat(told).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whoWaitsLongestIsFirst() {
        pace.add(3);
        assertThat(at(100)).containsExactly(3L);
        pace.add(3);
        pace.add(2);
        pace.add(1);

        assertThat(at(200)).containsExactly(2L);
        assertThat(at(600)).containsExactly(1L);
        assertThat(at(1100)).containsExactly(3L);
    }

    private List<Long> at(long milliseconds) {
        return pace.take(START + milliseconds * MILLISECOND);
    }
}
