package tickertape.client.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import tickertape.client.LiveStream;
import tickertape.client.Report;
import tickertape.client.Tickertape;
import tickertape.wire.MarketStatus;
import tickertape.wire.Quote;
import tickertape.wire.Trade;

/// Fires a CDI event for everything that the stream at `tickertape.client.url` brings, while the application runs: a
/// [Quote], [Trade], [MarketStatus] or [Report], one at a time, in the server's order. Without that setting it does
/// nothing.
///
/// `tickertape.client.topic` (`quote,status`), `tickertape.client.symbol` (all) and `tickertape.client.rate` (none)
/// say what is read. Observers are called on a thread of the container's default `ManagedScheduledExecutorService`,
/// where there is one. What one throws is logged.
@ApplicationScoped
public class CdiEventBridge {

    private static final String MANAGED_THREADS = "java:comp/DefaultManagedScheduledExecutorService";

    @Inject
    Event<Quote> quotes;

    @Inject
    Event<Trade> trades;

    @Inject
    Event<MarketStatus> statuses;

    @Inject
    Event<Report> reports;

    private @Nullable LiveStream stream;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        setting("url").ifPresent(url -> stream = open(Tickertape.at(url)));
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        if (stream != null) {
            stream.close();
        }
    }

    private LiveStream open(Tickertape tape) {
        for (String topic : setting("topic").orElse("quote,status").split(",", -1)) {
            switch (topic.strip()) {
                case "quote" -> tape.onQuote(quotes::fire);
                case "trade" -> tape.onTrade(trades::fire);
                case "status" -> tape.onStatus(statuses::fire);
                default -> throw new IllegalArgumentException("tickertape.client.topic: '%s'".formatted(topic));
            }
        }
        setting("symbol").ifPresent(symbols -> tape.symbols(symbols.strip().split("\\s*,\\s*")));
        setting("rate").ifPresent(rate -> tape.rate(Double.parseDouble(rate)));
        managedThreads().ifPresent(tape::threads);
        return tape.onReport(reports::fire).open();
    }

    private static Optional<String> setting(String name) {
        return ClientSettings.value("tickertape.client." + name);
    }

    // By a name that nobody else has a say in.
    @SuppressWarnings("BanJNDI")
    private static Optional<ScheduledExecutorService> managedThreads() {
        try {
            return Optional.of(InitialContext.<ScheduledExecutorService>doLookup(MANAGED_THREADS));
        } catch (NamingException none) {
            return Optional.empty();
        }
    }
}
