package bench.plain;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Registers the sink of each client with a broadcaster, and broadcasts each quote to all of them.
@Path("")
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class QuotesResource {

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    @Resource
    TimerService timers;

    private int quotes;
    private long seq;
    private volatile @Nullable Sse sse;
    private volatile @Nullable SseBroadcaster broadcaster;

    @PostConstruct
    void start() {
        var config = ConfigProvider.getConfig();
        quotes = config.getValue("simulator.instruments", Integer.class);
        long interval = config.getValue("ticker.interval", Duration.class).toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void subscribe(@Context SseEventSink sink, @Context Sse provider) {
        // As the samples do: without a first event the client would not even get the head of the response.
        sink.send(provider.newEvent("welcome", "welcome"));
        broadcaster(provider).register(sink);
    }

    /// The instruments; the benchmark asks for them to see that the server is ready.
    @GET
    @Path("instruments")
    @Produces(MediaType.APPLICATION_JSON)
    public List<String> instruments() {
        return IntStream.range(0, quotes).mapToObj(number -> "SYM" + number).toList();
    }

    private synchronized SseBroadcaster broadcaster(Sse provider) {
        SseBroadcaster known = broadcaster;
        if (known == null) {
            sse = provider;
            known = provider.newBroadcaster();
            broadcaster = known;
        }
        return known;
    }

    @Timeout
    void tick() {
        Sse events = sse;
        SseBroadcaster all = broadcaster;
        if (events == null || all == null) {
            return;
        }
        seq++;
        String time = MICROSECONDS.format(Instant.now());
        for (int number = 0; number < quotes; number++) {
            all.broadcast(events.newEventBuilder()
                    .name("quote")
                    .id(Long.toString(seq * quotes + number))
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(PlainQuote.class, PlainQuote.of(number, seq, time))
                    .build());
        }
    }
}
