package tickertape.quotes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import tickertape.identity.TellsNoPrices;
import tickertape.market.Instrument;
import tickertape.market.Market;
import tickertape.tape.Tape;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageRequest;
import tickertape.wire.Symbol;

/// The instruments of this market. They change only with a restart of the server, as the epoch does.
@Path("instruments")
@RequestScoped
@TellsNoPrices
public class InstrumentsResource {

    @Inject
    Market market;

    @Inject
    Tape tape;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    public Response all(@QueryParam("limit") @Nullable String limit, @QueryParam("offset") @Nullable String offset) {
        var all = market.instruments();
        var page = PageRequest.of(limit, offset);
        return page.linked(
                answer.all(headers, tape.epoch() + "-" + page, Instrument.class, page.of(all)), uri, all.size());
    }

    @GET
    @Path("{symbol: .+}")
    public Response one(@PathParam("symbol") Symbol symbol) {
        Instrument instrument =
                market.instrument(symbol).orElseThrow(() -> ProblemException.noInstrument(symbol.text()));
        return answer.one(headers, tape.epoch() + "-" + symbol, Instrument.class, instrument);
    }
}
