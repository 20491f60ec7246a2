package tickertape.market.beat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import tickertape.market.Feed;
import tickertape.market.Market;

/// Makes the one market of the application.
@ApplicationScoped
class MarketBeans {

    @Produces
    @Singleton
    Market market(Feed feed) {
        return new Market(feed);
    }
}
