package tickertape.client.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import tickertape.client.LiveStream;
import tickertape.client.Tickertape;
import tickertape.client.Topic;

/// Fires a CDI event for each event of the stream at `tickertape.client.url` while the application runs: the record
/// of its topic, or a [Report], one at a time and in the server's order. Without that setting it does nothing.
///
/// `tickertape.client.topic` names the topics. It knows those of [Topic#builtIn], and each bean of type `Topic<…>`,
/// which may also take the place of a built-in one. Observers are called on a thread of the container's default
/// `ManagedScheduledExecutorService`, if there is one. An exception of an observer is logged.
@ApplicationScoped
public class CdiEventBridge {

    private static final String MANAGED_THREADS = "java:comp/DefaultManagedScheduledExecutorService";

    @Inject
    Event<Object> events;

    @Inject
    @Any
    Instance<Topic<?>> contributed;

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
        Map<String, Topic<?>> topics = topics();
        for (String name : setting("topic").orElse("quote,status").split(",", -1)) {
            Topic<?> topic = topics.get(name.strip());
            if (topic == null) {
                throw new IllegalArgumentException(
                        "tickertape.client.topic: '%s' is not one of %s, which a bean of type Topic can add to"
                                .formatted(name, topics.keySet()));
            }
            tape.on(topic, events::fire);
        }
        setting("symbol").ifPresent(symbols -> tape.symbols(list(symbols)));
        setting("filter").ifPresent(filters -> filter(tape, filters));
        setting("rate").ifPresent(rate -> tape.rate(Double.parseDouble(rate)));
        managedThreads().ifPresent(tape::threads);
        return tape.onReport(events::fire).open();
    }

    private Map<String, Topic<?>> topics() {
        var topics = new TreeMap<String, Topic<?>>();
        Topic.builtIn().forEach(topic -> topics.put(topic.name(), topic));
        contributed.forEach(topic -> topics.put(topic.name(), topic));
        return topics;
    }

    private static void filter(Tickertape tape, String filters) {
        for (String filter : filters.split(";", -1)) {
            String[] parts = filter.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(
                        "tickertape.client.filter: '%s' is not like room=floor,lobby".formatted(filter));
            }
            tape.filter(parts[0].strip(), list(parts[1]));
        }
    }

    private static String[] list(String values) {
        return values.strip().split("\\s*,\\s*");
    }

    private static Optional<String> setting(String name) {
        return ClientSettings.value("tickertape.client." + name);
    }

    // A constant name, so that nobody can inject another.
    @SuppressWarnings("BanJNDI")
    private static Optional<ScheduledExecutorService> managedThreads() {
        try {
            return Optional.of(InitialContext.<ScheduledExecutorService>doLookup(MANAGED_THREADS));
        } catch (NamingException none) {
            return Optional.empty();
        }
    }
}
