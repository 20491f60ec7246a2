package tickertape.quotes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import tickertape.market.Market;
import tickertape.market.Quote;
import tickertape.market.Symbol;
import tickertape.web.ProblemException;

/// The latest quotes at rest, for those who ask now and then.
@Path("quotes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotesResource {

    @Inject
    Market market;

    @GET
    public List<Quote> all() {
        return market.quotes();
    }

    @GET
    // With slashes, for there are symbols such as BTC/USD.
    @Path("{symbol: .+}")
    public Quote one(@PathParam("symbol") Symbol symbol) {
        return market.quote(symbol)
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no quote of " + symbol));
    }
}
