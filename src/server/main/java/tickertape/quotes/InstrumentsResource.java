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

/// The instruments of this market. Most markets know all from the start; others learn of new ones.
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
        return page.linked(answer.all(headers, version() + page, Instrument.class, page.of(all)), uri, all.size());
    }

    @GET
    @Path("{symbol: .+}")
    public Response one(@PathParam("symbol") Symbol symbol) {
        Instrument instrument =
                market.instrument(symbol).orElseThrow(() -> ProblemException.noInstrument(symbol.text()));
        return answer.one(headers, version() + symbol, Instrument.class, instrument);
    }

    private String version() {
        int revision = market.revision();
        return revision == 0 ? tape.epoch() + "-" : "%s-%s-".formatted(tape.epoch(), Integer.toString(revision));
    }
}
