package tickertape.client.feeding;

import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tickertape.wire.Symbol;

/// Hands trades and quotes in at a server that runs with `feed.source=http`.
///
/// ```
/// try (var feeder = QuoteFeeder.open(URI.create("https://desk.example/"), "A", () -> token, System.err::println)) {
///     feeder.trade("BTC/USD", new BigDecimal("67920.11"), new BigDecimal("0.25"));
/// }
/// ```
///
/// One request stays open. If it breaks, the feeder connects anew, and sends again what the server has not
/// confirmed: each line has a number, so none counts twice. Only a restart of the server forgets the numbers: what was
/// not confirmed until then may count in its old run and in the new one. At most 100,000 lines are not confirmed;
/// while there are so many, whoever hands one in waits. Safe for any thread.
public final class QuoteFeeder implements AutoCloseable {

    private static final int CAPACITY = 100_000;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(30);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private final UnconfirmedLines lines = new UnconfirmedLines(CAPACITY, System::nanoTime);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "tickertape-feeder");
        thread.setDaemon(true);
        return thread;
    });
    private final FeederLoop loop;

    private QuoteFeeder(URI root, String source, Supplier<String> token, Consumer<String> faults) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
        String session = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
        URI feed = URI.create(root + (root.toString().endsWith("/") ? "" : "/")).resolve("api/feed");
        var connection = new FeedConnection(client, JsonbBuilder.create(), feed, source, session, token);
        loop = new FeederLoop(connection, lines, faults);
        threads.execute(loop);
        threads.execute(loop::watch);
    }

    /// Begins to feed.
    ///
    /// @param root the address of the server, such as `https://desk.example/`
    /// @param source what prices from here are called: 1 to 32 letters, digits and `. _ -`
    /// @param token with the scope `feed`, of an account with the right `feeder`; asked for at each request
    /// @param faults hears what goes wrong, in words, at most once a second: that the server is away or refuses, or
    ///     that lines were no good; on a thread of the feeder
    /// @throws IllegalArgumentException for a name that no source can have
    public static QuoteFeeder open(URI root, String source, Supplier<String> token, Consumer<String> faults) {
        if (!NAME.matcher(source).matches()) {
            throw new IllegalArgumentException("'%s' is not 1 to 32 letters, digits and . _ -".formatted(source));
        }
        return new QuoteFeeder(root, source, token, faults);
    }

    /// Hands in a trade.
    ///
    /// @throws IllegalArgumentException for what can be no trade
    /// @throws IllegalStateException after [#close]
    public void trade(String symbol, BigDecimal price, BigDecimal size) throws InterruptedException {
        check(size.signum() >= 0, "the size is negative", size);
        String figures = "\"price\":%s,\"size\":%s".formatted(price.toPlainString(), size.toPlainString());
        add(new Symbol(symbol), figures);
    }

    /// Hands in the best bid and ask.
    ///
    /// @throws IllegalArgumentException for what can be no quote
    /// @throws IllegalStateException after [#close]
    public void quote(String symbol, BigDecimal bid, BigDecimal ask, BigDecimal bidSize, BigDecimal askSize)
            throws InterruptedException {
        check(bid.compareTo(ask) < 0, "the bid is not below the ask", bid, ask);
        check(bidSize.signum() > 0 && askSize.signum() > 0, "a size is not positive", bidSize, askSize);
        add(
                new Symbol(symbol),
                "\"bid\":%s,\"ask\":%s,\"bidSize\":%s,\"askSize\":%s"
                        .formatted(
                                bid.toPlainString(),
                                ask.toPlainString(),
                                bidSize.toPlainString(),
                                askSize.toPlainString()));
    }

    // A symbol has no character that JSON would escape.
    private void add(Symbol symbol, String figures) throws InterruptedException {
        lines.add(seq -> "{\"seq\":" + seq + ",\"symbol\":\"" + symbol.text() + "\"," + figures + "}\n");
    }

    /// Waits until the server has confirmed everything that was handed in: it has gone through a tick.
    ///
    /// @return false if that took too long
    public boolean flush(Duration patience) throws InterruptedException {
        return lines.awaitConfirmation(patience);
    }

    /// How many lines the server has not confirmed.
    public long unconfirmed() {
        return lines.unconfirmed();
    }

    /// Hands in what is left, waits for that, up to half a minute, and ends.
    @Override
    public void close() {
        lines.close();
        try {
            lines.awaitConfirmation(CLOSING);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            loop.stop();
            threads.shutdownNow();
        }
    }

    private static void check(boolean good, String fault, BigDecimal... values) {
        if (!good) {
            throw new IllegalArgumentException(fault + ": " + Arrays.toString(values));
        }
    }
}
