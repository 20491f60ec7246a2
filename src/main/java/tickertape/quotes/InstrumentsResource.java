package tickertape.quotes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import tickertape.market.Instrument;
import tickertape.market.Market;

/// What is traded in this market.
@Path("instruments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstrumentsResource {

    @Inject
    Market market;

    @GET
    public List<Instrument> all() {
        return market.instruments();
    }
}
