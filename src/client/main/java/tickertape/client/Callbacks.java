package tickertape.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The callbacks of a stream: one for each topic, and one for reports. Immutable.
record Callbacks(
        Map<Topic<?>, Consumer<StreamMessage>> consumers,
        @Nullable Consumer<Report> report) implements Consumer<StreamMessage> {

    private static final Logger LOG = System.getLogger(Callbacks.class.getName());

    static final Callbacks NONE = new Callbacks(Map.of(), null);

    /// In place of the one that this topic may have.
    <T> Callbacks with(Topic<T> topic, Consumer<? super T> callback) {
        var more = new LinkedHashMap<>(consumers);
        // An equal topic may declare another kind.
        more.remove(topic);
        more.put(topic, message -> message.valueOf(topic).ifPresent(callback));
        return new Callbacks(Collections.unmodifiableMap(more), report);
    }

    Callbacks withReport(Consumer<Report> callback) {
        return new Callbacks(consumers, callback);
    }

    List<Topic<?>> topics() {
        return new ArrayList<>(consumers.keySet());
    }

    /// Never throws: an exception of one callback must not end the stream.
    @Override
    public void accept(StreamMessage message) {
        try {
            if (message instanceof StreamMessage.Published<?> published) {
                Consumer<StreamMessage> consumer = consumers.get(published.topic());
                if (consumer != null) {
                    consumer.accept(message);
                }
            } else if (message instanceof StreamMessage.Reported reported && report != null) {
                report.accept(reported.report());
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "a callback threw an exception at " + message, fault);
        }
    }
}
