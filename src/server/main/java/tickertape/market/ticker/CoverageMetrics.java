package tickertape.market.ticker;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.market.Market;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of how much of the market has a quote, and how much of that is stale. Safe for any thread.
record CoverageMetrics(Market market) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Market.Coverage coverage = market.coverage();
        return MetricSnapshots.of(
                MetricFactory.gauge("quotes", "Instruments that have a quote", coverage.quoted()),
                MetricFactory.gauge("quotes_stale", "Those whose quote is stale", coverage.stale()));
    }
}
