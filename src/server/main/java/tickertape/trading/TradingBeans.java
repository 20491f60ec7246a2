package tickertape.trading;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.AccountDeleted;
import tickertape.identity.AccountDirectory;
import tickertape.identity.AccountNamed;
import tickertape.identity.CallerNames;
import tickertape.identity.Callers;
import tickertape.identity.QuoteDelay;
import tickertape.identity.RandomId;
import tickertape.market.Market;
import tickertape.market.MarketSettings;
import tickertape.market.ticker.TickListener;
import tickertape.store.Database;
import tickertape.store.Migrations;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.trading.board.Board;
import tickertape.trading.board.Prices;
import tickertape.trading.house.House;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.trading.store.Books;
import tickertape.trading.store.Command;
import tickertape.trading.store.Player;
import tickertape.trading.store.TradingStore;
import tickertape.trading.store.TradingWorker;
import tickertape.web.NanoTime;

/// Wires the trading: the books, the thread that keeps them, and what is told of them.
@ApplicationScoped
@ContextServiceDefinition(
        name = TradingBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = TradingBeans.THREADS, context = TradingBeans.CONTEXT)
public class TradingBeans {

    static final String TRADING = "trading";
    static final String LEADERBOARD = "leaderboard";

    /// How the accounts of the players of the house begin: no caller has such an id.
    static final String HOUSE = "house:";

    /// One platform thread, because a database inside the server uses the processor.
    static final String THREADS = "java:module/concurrent/trading-threads";

    static final String CONTEXT = "java:module/concurrent/trading-context";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    @Produces
    static Migrations migrations() {
        return new Migrations(TRADING);
    }

    @Produces
    @Singleton
    static Prices prices() {
        return new Prices();
    }

    @Produces
    @Singleton
    static SeasonCalendar seasons(
            @ConfigProperties(prefix = TRADING) TradingSettings settings,
            @ConfigProperties(prefix = "market") MarketSettings market) {
        return settings.season(market.zone());
    }

    @Produces
    @Singleton
    static Board board(
            Prices prices,
            @ConfigProperties(prefix = TRADING) TradingSettings settings,
            SeasonCalendar seasons,
            InstantSource clock) {
        return new Board(prices, settings.cash(), settings.shortSelling(), seasons, clock);
    }

    @Produces
    @Singleton
    static TradingPublisher publisher(
            @Named(TradingTopics.ORDER) TopicDefinition order,
            @Named(TradingTopics.PORTFOLIO) TopicDefinition portfolio,
            @Named(LEADERBOARD) TopicDefinition leaderboard,
            @Named(TradingTopics.FILL) TopicDefinition fill,
            Board board,
            Prices prices,
            EquityCurves curves,
            StreamHub hub,
            Jsonb jsonb,
            @NanoTime LongSupplier nanoTime) {
        return new TradingPublisher(
                new TradingPublisher.Topics(order, portfolio, leaderboard, fill),
                board,
                new Waiting(prices),
                new TradingPublisher.Tape(hub::publish, hub::isFollowed),
                curves,
                jsonb,
                nanoTime);
    }

    @Produces
    @Singleton
    TradingWorker worker(
            Database database,
            SeasonCalendar seasons,
            TradingPublisher publisher,
            @ConfigProperties(prefix = TRADING) TradingSettings settings,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        var worker = new TradingWorker(
                new TradingWorker.Setting(
                        database,
                        new Books(settings.cash(), settings.ordersPerUser(), settings.keep()),
                        seasons,
                        RandomId.of(new SecureRandom()),
                        clock,
                        nanoTime,
                        threads),
                publisher);
        worker.start();
        return worker;
    }

    static void close(@Disposes TradingWorker worker) {
        worker.close();
    }

    @Produces
    @Singleton
    static Trading trading(
            TradingWorker worker,
            Database database,
            Market market,
            Prices prices,
            @ConfigProperties(prefix = TRADING) TradingSettings trading,
            @ConfigProperties(prefix = "market") MarketSettings settings,
            InstantSource clock) {
        return new Trading(worker, database, market, prices, trading.shortSelling(), settings.zone(), clock);
    }

    @Produces
    @Singleton
    static TradingStore store(Database database) {
        return new TradingStore(database);
    }

    @Produces
    @Singleton
    static Orders orders(Trading trading, TradingStore store, Prices prices, AccountDirectory directory, Board board) {
        var names = new PlayerNames(
                new CallerNames(directory),
                account -> board.number(account).flatMap(board::player).map(Player::name));
        return new Orders(trading, store, new Waiting(prices), names);
    }

    @Produces
    @Singleton
    static Traders traders(Callers callers, QuoteDelay delay) {
        return new Traders(callers, delay);
    }

    @Produces
    @Singleton
    static TickListener listener(TradingWorker worker, Prices prices) {
        return new TradingListener(worker, prices);
    }

    /// The players of the house; nobody where there are none.
    @Produces
    @Singleton
    static House house(
            Trading trading,
            Board board,
            TradingWorker worker,
            @ConfigProperties(prefix = TRADING) TradingSettings settings,
            @NanoTime LongSupplier nanoTime) {
        var random = new SecureRandom();
        return new House(
                settings.bots(),
                HOUSE,
                new HouseDoor(trading, board, worker, random),
                new SplittableRandom(random.nextLong()),
                nanoTime);
    }

    /// Who plays is called on the board what its account is called now. Where that fails, its next order says so.
    static void named(@Observes AccountNamed account, TradingWorker worker) {
        var _ = worker.submit(new Command.Rename(account.account(), account.name()));
    }

    /// What an account that is gone wants to trade, nobody does.
    static void deleted(@Observes AccountDeleted deletion, TradingWorker worker) {
        worker.forget(deletion.account());
    }
}
