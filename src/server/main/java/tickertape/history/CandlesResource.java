package tickertape.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.QuoteDelay;
import tickertape.tape.Tape;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageLink;
import tickertape.wire.Candle;
import tickertape.wire.Symbol;

/// Bars of the past, and the one that is forming.
@Path("candles")
@RequestScoped
@DelaysPrices
public class CandlesResource {

    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    @Context
    UriInfo uri;

    @Inject
    Candles candles;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Inject
    ConditionalResponse answer;

    @Inject
    Tape tape;

    @GET
    @Path("{symbol: .+}")
    public Response candles(
            @PathParam("symbol") Symbol symbol,
            @QueryParam("interval") @Nullable String interval,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit) {
        CandleQuery query = CandleQuery.of(interval, from, to, limit);
        CandlePage page = candles.page(symbol, query, delay.appliesTo(request, callers));
        return finished(
                answer.all(headers, page.state(tape.epoch(), symbol, query), Candle.class, page.candles()), page);
    }

    private Response finished(Response response, CandlePage page) {
        Response.ResponseBuilder finished = Response.fromResponse(response)
                .header("Last-Event-ID", page.position())
                .header("Market-Zone", candles.zone().getId());
        if (page.closed() && !candles.isRecorded()) {
            finished.header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
        return PageLink.add(finished, uri, page.links()).build();
    }
}
