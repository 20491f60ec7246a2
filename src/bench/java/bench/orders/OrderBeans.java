package bench.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tickertape.tape.TopicDefinition;

/// Two private topics: one that gets a message for some of its readers with each tick, and one that never gets any.
@ApplicationScoped
public class OrderBeans {

    static final String ORDER = "bench-order";

    @Produces
    @Singleton
    @Named(ORDER)
    static TopicDefinition orders() {
        return TopicDefinition.every(ORDER).asPrivate();
    }

    @Produces
    @Singleton
    static TopicDefinition notes() {
        return TopicDefinition.every("note").asPrivate();
    }
}
