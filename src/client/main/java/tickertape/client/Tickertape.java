package tickertape.client;

import jakarta.ws.rs.client.ClientBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// A Tickertape server, what to read from it, and how to keep the stream up.
///
/// ```
/// LiveStream stream = Tickertape.at("http://localhost:9080/").symbols("AAPL").onQuote(System.out::println).open();
/// ```
///
/// Use it on one thread. [#open] and the publishers take the settings as they are at that moment, and can be called
/// again. Only [LiveStream#close] or `cancel` ends a stream: not a server that is down, nor one that rejects the
/// request. Failures are [Report]s. Callbacks are called one at a time, in the server's order, on a daemon thread of
/// the stream or one of [#threads]. They may close the stream, and they may block: [#buffer] says what happens then. An
/// exception of a callback is logged.
///
/// It needs JSON-B, and a JAX-RS client with Server-Sent Events: RESTEasy, Jersey, or Liberty's `restfulWSClient`.
public final class Tickertape {

    private static final Set<String> PARAMETERS = Set.of("topic", "rate", "lastEventId", "_");
    private static final int RATE_DECIMALS = 6;
    private static final BigDecimal RATE_BOUND = BigDecimal.valueOf(10_000);

    private final URI root;
    private final Map<String, Set<String>> filters = new LinkedHashMap<>();
    private @Nullable BigDecimal rate;
    private @Nullable String position;
    private int capacity = 10_000;
    private WhenFull whenFull = WhenFull.CONFLATE;
    private Duration first = Duration.ofSeconds(1);
    private Duration cap = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(10);
    private UnaryOperator<ClientBuilder> transport = UnaryOperator.identity();
    private UnaryOperator<ClientBuilder> authentication = UnaryOperator.identity();
    private @Nullable ScheduledExecutorService threads;
    private Callbacks callbacks = Callbacks.NONE;

    private Tickertape(URI root) {
        this.root = root;
    }

    /// A server by its address, such as `http://localhost:9080/`; see [#at(URI)].
    public static Tickertape at(String root) {
        return at(URI.create(root));
    }

    /// A server by its address.
    ///
    /// @param root the application's address; the stream is at `api/stream` below it
    /// @throws IllegalArgumentException if that is not an address of HTTP
    public static Tickertape at(URI root) {
        String text = root.toString();
        check(root.getHost() != null && text.matches("(?i)https?:.*"), "'%s' is not the address of a server", root);
        return new Tickertape(text.endsWith("/") ? root : URI.create(text + "/"));
    }

    /// Reads only these symbols, in addition to those already named; without any, all.
    ///
    /// @throws IllegalArgumentException for a text that cannot be a symbol
    public Tickertape symbols(String... symbols) {
        for (String symbol : symbols) {
            filter("symbol", new Symbol(symbol).text());
        }
        return this;
    }

    /// Reads only events with these keys, in addition to those already named for the parameter. Topics that are
    /// not filtered by the parameter pass.
    ///
    /// @param parameter the name of the key, as the server announces it in [tickertape.wire.TopicInfo#key]
    /// @param keys without commas, which separate them on the way
    /// @throws IllegalArgumentException for a parameter that is not such a name, or for no key or an impossible
    /// one
    public Tickertape filter(String parameter, String... keys) {
        boolean name = parameter.matches("[A-Za-z][A-Za-z0-9_-]*") && !PARAMETERS.contains(parameter);
        check(name, "'%s' cannot be the name of a filter", parameter);
        check(keys.length > 0, "no key for the filter '%s'", parameter);
        for (String key : keys) {
            check(!key.isBlank() && !key.contains(","), "'%s' cannot be the key of a filter", key);
            filters.computeIfAbsent(parameter, none -> new LinkedHashSet<>()).add(key);
        }
        return this;
    }

    /// Receives at most so many writes a second; the server merges changes in between.
    ///
    /// @param perSecond above 0 and below 10,000, such as 2 or 0.5; it is rounded to six decimals
    public Tickertape rate(double perSecond) {
        BigDecimal rounded = Double.isFinite(perSecond)
                ? BigDecimal.valueOf(perSecond).setScale(RATE_DECIMALS, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        boolean within = rounded.signum() > 0 && rounded.compareTo(RATE_BOUND) < 0;
        check(within, "rate %s is not above 0 and below 10,000", perSecond);
        rate = rounded.stripTrailingZeros();
        return this;
    }

    /// Goes on from an earlier [LiveStream#position] of the same topics and filters.
    public Tickertape from(String earlierPosition) {
        position = earlierPosition;
        return this;
    }

    /// How many messages wait for a slow consumer, and what then; without this, 10,000 and [WhenFull#CONFLATE].
    public Tickertape buffer(int messages, WhenFull policy) {
        check(messages > 0, "a buffer of %s messages", messages);
        capacity = messages;
        whenFull = policy;
        return this;
    }

    /// How long to wait between failed attempts: a random time up to the first one, then up to twice as much, and
    /// so on up to the cap; without this, 1 s and 30 s. A time that the server asks for, in `Retry-After`,
    /// `retry:` or a goodbye, comes on top.
    public Tickertape backoff(Duration afterFirst, Duration atMost) {
        check(afterFirst.toMillis() > 0 && atMost.compareTo(afterFirst) >= 0, "backoff %s", afterFirst + ", " + atMost);
        first = afterFirst;
        cap = atMost;
        return this;
    }

    /// How long connecting may take, and how much later than promised a heartbeat may come; without this, 10 s.
    public Tickertape patience(Duration time) {
        check(time.toMillis() > 0, "patience %s", time);
        patience = time;
        return this;
    }

    /// Says who reads, by a bearer token, which the supplier is asked for at each connection; what it throws makes that
    /// attempt fail, and there is another.
    public Tickertape token(Supplier<String> supplier) {
        authentication = builder -> builder.register(new BearerToken(supplier));
        return this;
    }

    /// Configures the JAX-RS client of each connection further: a key store, a filter, a proxy.
    public Tickertape transport(UnaryOperator<ClientBuilder> configure) {
        transport = configure;
        return this;
    }

    /// Runs callbacks and reconnects on these threads, such as a `ManagedScheduledExecutorService`, which needs at
    /// least two and is not shut down. Without this, each stream has two daemon threads of its own. Reading a
    /// connection always has its own.
    public Tickertape threads(ScheduledExecutorService executor) {
        threads = executor;
        return this;
    }

    /// Calls this with each event of a topic, in place of the callback that the topic may already have.
    public <T> Tickertape on(Topic<T> topic, Consumer<? super T> callback) {
        callbacks = callbacks.with(topic, callback);
        return this;
    }

    public Tickertape onQuote(Consumer<Quote> callback) {
        return on(Topic.QUOTE, callback);
    }

    public Tickertape onTrade(Consumer<Trade> callback) {
        return on(Topic.TRADE, callback);
    }

    public Tickertape onStatus(Consumer<MarketStatus> callback) {
        return on(Topic.STATUS, callback);
    }

    /// Calls this with each report, in its place among the events, whichever way these are read.
    public Tickertape onReport(Consumer<Report> callback) {
        callbacks = callbacks.withReport(callback);
        return this;
    }

    /// Begins to read the topics that have a callback, and returns without waiting for the server.
    ///
    /// @throws IllegalStateException if no topic has a callback
    /// @throws IllegalArgumentException for more symbols, or other keys, than the server takes in one request
    public LiveStream open() {
        List<Topic<?>> topics = callbacks.topics();
        if (topics.isEmpty()) {
            throw new IllegalStateException("nothing to read: no topic has a callback");
        }
        var stream = LiveStream.open(options(topics), message -> true, callbacks);
        stream.request(DeliveryLoop.ALL);
        return stream;
    }

    /// The events of a topic, with a stream of its own for each subscriber, which begins at `subscribe` and ends
    /// at `cancel`. Events that are not yet requested wait in the [#buffer]. It never completes, and signals an
    /// error only if no stream could be opened, or the subscriber requests less than one.
    public <T> Flow.Publisher<T> publisher(Topic<T> topic) {
        return StreamSubscription.publisher(
                options(List.of(topic)), message -> message.valueOf(topic).orElse(null), callbacks);
    }

    public Flow.Publisher<Quote> quotes() {
        return publisher(Topic.QUOTE);
    }

    public Flow.Publisher<Trade> trades() {
        return publisher(Topic.TRADE);
    }

    /// The events of several topics in one stream, and its reports, in the manner of [#publisher].
    public Flow.Publisher<StreamMessage> messages(Topic<?> topic, Topic<?>... more) {
        var topics = new ArrayList<Topic<?>>(List.of(more));
        topics.add(0, topic);
        return StreamSubscription.publisher(options(topics), message -> message, callbacks);
    }

    private StreamOptions options(List<Topic<?>> topics) {
        var byName = new LinkedHashMap<String, Topic<?>>();
        topics.forEach(topic -> {
            Topic<?> other = byName.put(topic.name(), topic);
            check(other == null || other.equals(topic), "one topic with two types: %s", other + ", " + topic);
        });
        URI stream = StreamOptions.stream(root, byName.keySet(), filters, rate);
        UnaryOperator<ClientBuilder> client = transport.andThen(authentication)::apply;
        ClassLoader loader = StreamOptions.openersLoader();
        return new StreamOptions(
                stream, byName, position, capacity, whenFull, first, cap, patience, client, threads, loader);
    }

    private static void check(boolean good, String fault, Object value) {
        if (!good) {
            throw new IllegalArgumentException(fault.formatted(value));
        }
    }
}
