package tickertape.market.ticker;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tickertape.market.Tick;

/// A CDI event that keeps the ticks it is fired with, or fails as a bad observer makes it.
final class FiredTicks implements Event<Tick> {

    final List<Tick> ticks = new ArrayList<>();

    @Nullable
    Error failure;

    @Override
    public void fire(Tick tick) {
        if (failure != null) {
            throw failure;
        }
        ticks.add(tick);
    }

    @Override
    public <U extends Tick> CompletionStage<U> fireAsync(U tick) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Tick> CompletionStage<U> fireAsync(U tick, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<Tick> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Tick> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Tick> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
