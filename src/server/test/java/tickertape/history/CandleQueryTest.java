package tickertape.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickertape.web.ProblemException;

/// What a request for bars may say.
class CandleQueryTest {

    @Test
    void withoutParametersItIsTheLastMinutes() {
        CandleQuery query = CandleQuery.of(null, null, null, null);

        assertThat(query.interval()).isEqualTo(Interval.MINUTE);
        assertThat(query.from()).isEmpty();
        assertThat(query.to()).isEmpty();
        assertThat(query.limit()).isEqualTo(500);
    }

    @Test
    void parametersAreReadBack() {
        CandleQuery query = CandleQuery.of("P1D", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "20");

        assertThat(query.parameters())
                .isEqualTo("interval=P1D&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&limit=20");
        assertThat(query.before(Instant.parse("2025-01-01T00:00:00Z")).parameters())
                .isEqualTo("interval=P1D&to=2025-01-01T00:00:00Z&limit=20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            PT2M | -                    | -                    | -    | interval is one of PT1S, PT1M, PT5M, PT15M, PT1H, P1D, P1W, not 'PT2M'
            -    | yesterday            | -                    | -    | from is a time such as 2026-11-23T14:30:00Z, not 'yesterday'
            -    | -                    | 2026-11-23           | -    | to is a time such as 2026-11-23T14:30:00Z, not '2026-11-23'
            -    | 2026-11-24T00:00:00Z | 2026-11-23T00:00:00Z | -    | from is a time before to, not '2026-11-24T00:00:00Z' before '2026-11-23T00:00:00Z'
            -    | 2000-01-01T00:00:00Z | 2026-11-23T00:00:00Z | -    | from and to are at most 1500000 bars of PT1M apart: ask for longer bars, or for a shorter range
            -    | -                    | -                    | 0    | limit is a whole number from 1 to 5000, not '0'
            -    | -                    | -                    | 5001 | limit is a whole number from 1 to 5000, not '5001'
            """)
    void whatMakesNoSenseIsRefusedWithWhatWould(
            @Nullable String interval,
            @Nullable String from,
            @Nullable String to,
            @Nullable String limit,
            String fault) {
        assertThatThrownBy(() -> CandleQuery.of(interval, from, to, limit))
                .isInstanceOf(ProblemException.class)
                .hasMessage(fault);
    }
}
