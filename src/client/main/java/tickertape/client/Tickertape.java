package tickertape.client;

import jakarta.ws.rs.client.ClientBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// A Tickertape server, what to ask it for, and how to keep the stream up.
///
/// ```
/// LiveStream stream = Tickertape.at("http://localhost:9080/").symbols("AAPL").onQuote(System.out::println).open();
/// ```
///
/// One thread says what is wanted; [#open] and the publishers take it as it is then, and can be called again.
/// Nothing but [LiveStream#close] or `cancel` ends a stream: not a server that is down, nor one that refuses what
/// is asked for. What goes wrong is a [Report]. Callbacks are called one at a time, in the server's order, on a
/// daemon thread of the stream's, or one of [#threads]; they may block, for [#buffer] says what happens then, and
/// close the stream. What they throw is logged.
///
/// It needs a JAX-RS client with Server-Sent Events (RESTEasy, Jersey, or Liberty's `restfulWSClient`) and JSON-B;
/// where one is missing, opening throws what the platform throws then.
public final class Tickertape {

    private final URI root;
    private final List<Symbol> symbols = new ArrayList<>();
    private @Nullable BigDecimal rate;
    private @Nullable String position;
    private int capacity = 10_000;
    private WhenFull whenFull = WhenFull.CONFLATE;
    private Duration first = Duration.ofSeconds(1);
    private Duration cap = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(10);
    private UnaryOperator<ClientBuilder> transport = UnaryOperator.identity();
    private @Nullable ScheduledExecutorService threads;
    private Callbacks callbacks = Callbacks.NONE;

    private Tickertape(URI root) {
        this.root = root;
    }

    /// Begins to say what is wanted of a server.
    ///
    /// @param root where the application is, such as `http://localhost:9080/`
    /// @throws IllegalArgumentException if that is no address
    public static Tickertape at(String root) {
        return at(URI.create(root));
    }

    /// Begins to say what is wanted of a server.
    ///
    /// @param root where the application is; the stream is at `api/stream` below it
    /// @throws IllegalArgumentException if that is no address of HTTP
    public static Tickertape at(URI root) {
        String text = root.toString();
        check(root.getHost() != null && text.matches("(?i)https?:.*"), "'%s' is no address of a server", root);
        return new Tickertape(text.endsWith("/") ? root : URI.create(text + "/"));
    }

    /// Only these, in addition to those already named; without any, all.
    ///
    /// @throws IllegalArgumentException for what cannot be a symbol
    public Tickertape symbols(String... names) {
        for (String name : names) {
            symbols.add(new Symbol(name));
        }
        return this;
    }

    /// At most so many writes a second, changes in between merged by the server.
    ///
    /// @param perSecond such as 2, or 0.5
    public Tickertape rate(double perSecond) {
        check(perSecond > 0 && perSecond < 10_000, "rate %s is not above 0 and below 10,000", perSecond);
        rate = BigDecimal.valueOf(perSecond);
        return this;
    }

    /// Goes on from a position that [LiveStream#position] has told, for the same topics and symbols.
    public Tickertape from(String earlierPosition) {
        position = earlierPosition;
        return this;
    }

    /// What is kept for a slow consumer; without this, 10,000 messages and [WhenFull#CONFLATE].
    public Tickertape buffer(int messages, WhenFull policy) {
        check(messages > 0, "a buffer of %s messages", messages);
        capacity = messages;
        whenFull = policy;
        return this;
    }

    /// How long to stay away from a server that lets nobody in: a random time up to the first one, then up to twice
    /// as much, and so on up to the cap; without this, 1 s and 30 s. If the server asks for a time, in
    /// `Retry-After`, `retry:` or a goodbye, that comes first.
    public Tickertape backoff(Duration afterFirst, Duration atMost) {
        check(afterFirst.toMillis() > 0 && atMost.compareTo(afterFirst) >= 0, "backoff %s", afterFirst + ", " + atMost);
        first = afterFirst;
        cap = atMost;
        return this;
    }

    /// How long connecting may take, and how much later than the server promised a heartbeat may come; without this,
    /// 10 s.
    public Tickertape patience(Duration time) {
        check(time.toMillis() > 0, "patience %s", time);
        patience = time;
        return this;
    }

    /// What each connection's JAX-RS client is to be told in addition: a key store, a filter that adds a token, a
    /// proxy.
    public Tickertape transport(UnaryOperator<ClientBuilder> configure) {
        transport = configure;
        return this;
    }

    /// Whose threads run callbacks and connect, such as a `ManagedScheduledExecutorService`: two at least. They
    /// are not shut down. Without this, each stream has two daemon threads of its own; the connection always has
    /// its own.
    public Tickertape threads(ScheduledExecutorService executor) {
        threads = executor;
        return this;
    }

    public Tickertape onQuote(Consumer<Quote> callback) {
        callbacks = callbacks.withQuote(callback);
        return this;
    }

    public Tickertape onTrade(Consumer<Trade> callback) {
        callbacks = callbacks.withTrade(callback);
        return this;
    }

    public Tickertape onStatus(Consumer<MarketStatus> callback) {
        callbacks = callbacks.withStatus(callback);
        return this;
    }

    /// Reports come with every form of reading, in their place among the messages.
    public Tickertape onReport(Consumer<Report> callback) {
        callbacks = callbacks.withReport(callback);
        return this;
    }

    /// Begins to read what there are callbacks for, and returns without waiting for the server.
    ///
    /// @throws IllegalStateException if there is a callback for nothing that the server sends
    public LiveStream open() {
        Set<Topic> topics = callbacks.topics();
        if (topics.isEmpty()) {
            throw new IllegalStateException("no onQuote, onTrade or onStatus: nothing to read");
        }
        LiveStream stream = LiveStream.open(options(topics), message -> true, callbacks);
        stream.ask(DeliveryLoop.ALL);
        return stream;
    }

    /// Quotes, with a stream of its own for each subscriber, which begins at `subscribe` and ends at `cancel`. What
    /// is not yet asked for stays in the [#buffer]. Never completes; an error comes only where nothing could be
    /// opened.
    public Flow.Publisher<Quote> quotes() {
        return publisher(
                EnumSet.of(Topic.QUOTE),
                message -> message instanceof StreamMessage.Quoted quoted ? quoted.quote() : null);
    }

    /// Trades, likewise.
    public Flow.Publisher<Trade> trades() {
        return publisher(
                EnumSet.of(Topic.TRADE),
                message -> message instanceof StreamMessage.Traded traded ? traded.trade() : null);
    }

    /// All that these topics bring, reports too, likewise.
    public Flow.Publisher<StreamMessage> messages(Topic topic, Topic... more) {
        return publisher(EnumSet.of(topic, more), message -> message);
    }

    private <T> Flow.Publisher<T> publisher(Set<Topic> topics, Function<StreamMessage, @Nullable T> pick) {
        return new StreamPublisher<>(options(topics), pick, callbacks);
    }

    private StreamOptions options(Set<Topic> topics) {
        return new StreamOptions(
                StreamOptions.stream(root, topics, symbols, rate),
                position,
                capacity,
                whenFull,
                first,
                cap,
                patience,
                transport,
                threads,
                loader());
    }

    // What the opener sees, its threads are to see too: a server has another one for each application.
    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Tickertape.class.getClassLoader() : context;
    }

    private static void check(boolean good, String fault, Object value) {
        if (!good) {
            throw new IllegalArgumentException(fault.formatted(value));
        }
    }
}
