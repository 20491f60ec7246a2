package tickertape.trading;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import tickertape.trading.board.Board;
import tickertape.trading.store.TradingWorker;
import tickertape.web.monitoring.MetricFactory;

/// The metrics of the trading. Safe for any thread.
record TradingMetrics(TradingWorker worker, Board board) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                MetricFactory.gauge("trading_players", "Players of the season, with those of the house", board.size()),
                MetricFactory.gauge("trading_waiting", "Orders and cancels that wait for the books", worker.waiting()),
                MetricFactory.gauge(
                        "trading_books_balance", "1 where the books balance, 0 where not", worker.isReady() ? 1 : 0),
                CounterSnapshot.builder()
                        .name(MetricFactory.named("trading_commands"))
                        .help("Orders that were placed, canceled and refused, and fills")
                        .dataPoint(outcome("placed", worker.counts().placed()))
                        .dataPoint(outcome("canceled", worker.counts().canceled()))
                        .dataPoint(outcome("refused", worker.counts().refused()))
                        .dataPoint(outcome("filled", worker.counts().filled()))
                        .build());
    }

    private static CounterDataPointSnapshot outcome(String outcome, long count) {
        return CounterDataPointSnapshot.builder()
                .labels(Labels.of("outcome", outcome))
                .value((double) count)
                .build();
    }
}
