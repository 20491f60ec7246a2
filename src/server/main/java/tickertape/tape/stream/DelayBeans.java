package tickertape.tape.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.DelaySettings;
import tickertape.identity.QuoteDelay;
import tickertape.tape.DelayedMessageListener;
import tickertape.tape.DelayedTape;
import tickertape.tape.Tape;
import tickertape.web.NanoTime;
import tickertape.web.start.StartupCheck;

/// Wires the delayed tape: a feature hears of what becomes old enough by producing a bean of type
/// [DelayedMessageListener].
@ApplicationScoped
public class DelayBeans {

    @Produces
    @Singleton
    static CallerTapes tapes(
            Tape tape,
            QuoteDelay delay,
            @ConfigProperties(prefix = "quotes") DelaySettings settings,
            @Any Instance<DelayedMessageListener> listeners) {
        Optional<DelayedTape> delayed = delay.isOn()
                ? Optional.of(new DelayedTape(
                        tape,
                        delay.length(),
                        settings.memory(),
                        listeners.stream().toList()))
                : Optional.empty();
        return new CallerTapes(tape, delayed, delay);
    }

    /// Being a parameter here makes the delayed tape before anything is published.
    @Produces
    static StartupCheck check(CallerTapes tapes, StreamHub hub) {
        return () -> {
            if (hub.isShared() && tapes.delayed().isPresent()) {
                throw new IllegalArgumentException("cluster.kafka and quotes.delay can't both be set yet");
            }
        };
    }

    @Produces
    @Singleton
    static DelayMetrics metrics(CallerTapes tapes) {
        return new DelayMetrics(tapes);
    }

    @Produces
    @Singleton
    static DelayLog log(CallerTapes tapes, @NanoTime LongSupplier nanoTime) {
        return new DelayLog(tapes, nanoTime);
    }

    @Produces
    @Singleton
    static Releases releases(StreamHub hub, CallerTapes tapes, DelayLog log) {
        return new Releases(hub, tapes, log);
    }
}
