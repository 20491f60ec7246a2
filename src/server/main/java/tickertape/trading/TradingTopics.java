package tickertape.trading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import tickertape.market.Market;
import tickertape.market.MarketSettings;
import tickertape.store.Database;
import tickertape.store.WriteQueue;
import tickertape.store.WriteQueues;
import tickertape.tape.TopicDefinition;
import tickertape.trading.board.Board;
import tickertape.trading.board.LeaderboardInfo;
import tickertape.trading.ledger.Season;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.store.EquityRow;
import tickertape.trading.store.EquityTable;
import tickertape.trading.store.TradingWorker;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;
import tickertape.wire.Symbol;

/// What others see of the trading: its topics, its health and its settings.
@ApplicationScoped
public class TradingTopics {

    static final String ORDER = "order";
    static final String PORTFOLIO = "portfolio";
    static final String FILL = "fill";

    /// How many messages are kept for readers that come back: for each owner, and for all.
    private static final int ORDERS = 100;

    private static final int FILLS = 500;
    private static final int LATEST = 4;

    /// So many points of equity curves wait for the database: if more come, the oldest are left out of the curves.
    private static final int CURVE_ROWS = 50_000;

    /// What has happened to an order of the reader.
    @Produces
    @Singleton
    @Named(ORDER)
    static TopicDefinition order() {
        return TopicDefinition.every(ORDER).asPrivate().retaining(ORDERS);
    }

    /// What the reader has.
    @Produces
    @Singleton
    @Named(PORTFOLIO)
    static TopicDefinition portfolio() {
        return TopicDefinition.latest(PORTFOLIO).asPrivate().retaining(LATEST);
    }

    /// Who leads.
    @Produces
    @Singleton
    @Named(TradingBeans.LEADERBOARD)
    static TopicDefinition leaderboard() {
        return TopicDefinition.latest(TradingBeans.LEADERBOARD).retaining(LATEST);
    }

    /// What somebody has traded.
    @Produces
    @Singleton
    @Named(FILL)
    static TopicDefinition fill(Market market) {
        Predicate<String> isTraded =
                text -> isSymbol(text) && market.instrument(new Symbol(text)).isPresent();
        return TopicDefinition.every(FILL).keyedBy("symbol", isTraded).retaining(FILLS);
    }

    private static boolean isSymbol(String text) {
        try {
            return !new Symbol(text).text().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    @Produces
    @Singleton
    static DelayedLeaderboard late(SeasonCalendar seasons, InstantSource clock, Jsonb jsonb) {
        return new DelayedLeaderboard(() -> {
            Season season = seasons.at(clock.instant());
            return jsonb.toJson(new LeaderboardInfo(season.name(), season.end(), 0, clock.instant(), List.of()));
        });
    }

    @Produces
    @Singleton
    static EquityCurves curves(Database database, WriteQueues queues, Board board, InstantSource clock) {
        WriteQueue<EquityRow> queue =
                queues.open("trading-equity", CURVE_ROWS, EquityRow::key, new EquityTable(database.dialect()), _ -> {});
        return new EquityCurves(database, queue, board, clock);
    }

    @Produces
    @Singleton
    static TradingMetrics metrics(TradingWorker worker, Board board) {
        return new TradingMetrics(worker, board);
    }

    /// Always up, because prices go on without trading: its data says how that is.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(TradingWorker worker, Board board, HealthFigures figures) {
        return () -> {
            TradingWorker.Checked checked = worker.checked();
            var response = figures.in(
                    HealthCheckResponse.named(TradingBeans.TRADING)
                            .up()
                            .withData("balanced", worker.isReady())
                            .withData("checked", checked.all().toString())
                            .withData("checkedTraders", checked.some().toString()),
                    Map.of("players", board.size(), "waiting", worker.waiting(), "unchecked", checked.waiting()));
            return worker.faults().isEmpty()
                    ? response.build()
                    : response.withData("reason", String.join("; ", worker.faults()))
                            .build();
        };
    }

    @Produces
    static StartupCheck check(
            @ConfigProperties(prefix = TradingBeans.TRADING) TradingSettings settings,
            @ConfigProperties(prefix = "market") MarketSettings market) {
        return () -> {
            var _ = settings.cash();
            var _ = settings.ordersPerUser();
            var _ = settings.bots();
            var _ = settings.keep();
            var _ = settings.season(market.zone());
        };
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = TradingBeans.TRADING) TradingSettings settings) {
        return new SettingsSummary(TradingBeans.TRADING, settings.inWords());
    }
}
