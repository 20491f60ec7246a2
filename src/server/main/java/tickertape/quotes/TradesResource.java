package tickertape.quotes;

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
import org.jspecify.annotations.Nullable;
import tickertape.identity.DelaysPrices;
import tickertape.market.Market;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageRequest;
import tickertape.wire.Symbol;
import tickertape.wire.Trade;

/// Time and sales: the last trades of a symbol, newest first.
@Path("trades")
@RequestScoped
@DelaysPrices
public class TradesResource {

    @Inject
    Market market;

    @Inject
    CallerPrices prices;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @GET
    @Path("{symbol: .+}")
    public Response trades(@PathParam("symbol") Symbol symbol, @QueryParam("limit") @Nullable String limit) {
        if (market.instrument(symbol).isEmpty()) {
            throw ProblemException.noInstrument(symbol.text());
        }
        int count = PageRequest.limit(limit, LatestTrades.KEPT, LatestTrades.KEPT);
        var snapshot = prices.trades(request).snapshot(symbol, count);
        String state = "%s-%s-%s".formatted(snapshot.position(), symbol, count);
        return Response.fromResponse(answer.all(headers, state, Trade.class, snapshot.trades()))
                .header("Last-Event-ID", snapshot.position())
                .build();
    }
}
