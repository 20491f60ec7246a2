package tickertape.market.ticker;

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
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;

/// Whether the market moves: that its beat is not stuck, and that its feed tells something.
@ApplicationScoped
public class MarketHealth {

    @Inject
    Market market;

    @Inject
    @Named(MarketBeans.BEAT)
    ProgressMonitor beat;

    @Produces
    @Singleton
    @Liveness
    HealthCheck ticker() {
        return new LoggedHealthCheck(() -> beat.as("ticker"));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck feed() {
        return new LoggedHealthCheck(() -> HealthCheckResponse.named("feed")
                .status(market.heard())
                .withData("quotes", market.quotes().size())
                .build());
    }
}
