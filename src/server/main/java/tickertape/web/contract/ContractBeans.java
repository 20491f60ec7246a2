package tickertape.web.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Produces the contract when the application starts, so that fragments which contradict each other stop the start.
@ApplicationScoped
public class ContractBeans {

    @Produces
    @Singleton
    static Contract contract() {
        return Contract.of(Contract.class.getClassLoader());
    }

    static void merge(@Observes Startup start, Contract contract) {}
}
