package tickertape.history.continuation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import tickertape.history.WriteTerm;
import tickertape.store.Database;
import tickertape.store.Migrations;
import tickertape.store.WriteQueues;
import tickertape.web.NanoTime;

/// Wires what makes the market go on after a restart.
@ApplicationScoped
public class ContinuationBeans {

    @Produces
    static Migrations migrations() {
        return new Migrations("continuation");
    }

    @Produces
    @Singleton
    static PriceContinuation continuation(
            Database database, WriteQueues queues, WriteTerm right, @NanoTime LongSupplier nanoTime) {
        return new PriceContinuation(database, queues, right, nanoTime);
    }
}
