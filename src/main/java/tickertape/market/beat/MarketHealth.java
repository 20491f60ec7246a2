package tickertape.market.beat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import tickertape.market.Market;
import tickertape.web.watch.Check;
import tickertape.web.watch.Pulse;

/// Whether the market moves: that its beat is not stuck, and that its feed tells something.
@ApplicationScoped
public class MarketHealth {

    @Inject
    Market market;

    @Inject
    @Named(MarketBeans.BEAT)
    Pulse beat;

    @Produces
    @Singleton
    @Liveness
    HealthCheck ticker() {
        return new Check(() -> beat.as("ticker"));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck feed() {
        return new Check(() -> HealthCheckResponse.named("feed")
                .status(market.heard())
                .withData("quotes", market.quotes().size())
                .build());
    }
}
