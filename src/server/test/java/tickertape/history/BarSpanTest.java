package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How often a bar that is forming is published.
class BarSpanTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    @ParameterizedTest
    @EnumSource(Interval.class)
    void formingBarIsTakenOnceAChangeAndWindow(Interval interval) {
        var span = new BarSpan(interval, new BarCalendar(ZoneId.of("America/New_York")));
        span.advance(NOON);
        span.add(Bar.of(NOON, BigDecimal.TEN, BigDecimal.ONE));

        assertThat(span.takeChanged(7)).isNotNull();
        assertThat(span.takeChanged(8)).as("nothing new").isNull();
        span.add(Bar.of(NOON, BigDecimal.ONE, BigDecimal.ONE));
        assertThat(span.takeChanged(7)).as("too soon").isNull();
        assertThat(span.takeChanged(8)).isNotNull();
    }
}
