package tickertape.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Produces what all resources share.
@ApplicationScoped
public class RestBeans {

    @Produces
    @Singleton
    static ProcessorGate gate() {
        return ProcessorGate.ofThisMachine();
    }
}
