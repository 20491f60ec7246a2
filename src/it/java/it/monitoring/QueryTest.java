package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import it.monitoring.Query.Selector;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The parser finds what a query reads, and nothing else.
class QueryTest {

    @Test
    void metricsAreToldFromFunctionsAndLabels() {
        Query query = Query.of("histogram_quantile(0.99, sum by (le, a) (rate(x_bucket{job=~\"$j\", a=\"b\"}[5m])))");

        assertThat(query.selectors())
                .containsExactly(new Selector("x_bucket", Map.of("a", "b"), Set.of("job", "a"), "rate"));
        assertThat(query.grouping()).containsExactly("a", "le");
    }

    @Test
    void everyMetricOfAnExpressionIsFound() {
        assertThat(Query.of("-sum(rate(a_sum[1m])) / on (i) b_count{} or c").selectors())
                .extracting(Selector::metric)
                .containsExactly("a_sum", "b_count", "c");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Query.of("a{b=c}"));
    }
}
