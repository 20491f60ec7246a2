package tickertape.trading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import tickertape.identity.DelaysPrices;
import tickertape.identity.Scope;
import tickertape.trading.board.Board;
import tickertape.trading.store.TradingStore;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageRequest;

/// What the caller has, and what has become of it.
@Path("portfolio")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@DelaysPrices
public class PortfolioResource {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    @Inject
    Board board;

    @Inject
    TradingStore store;

    @Inject
    EquityCurves curves;

    @Inject
    Traders traders;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @GET
    public Response now() {
        return json(board.portfolio(account()));
    }

    @GET
    @Path("fills")
    public Response fills(@QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        String account = account();
        long last = before == null ? Long.MAX_VALUE : Orders.existing(before);
        int most = PageRequest.limit(limit, USUAL, MOST);
        return json(
                store.fills(account, last, most).stream().map(FillInfo::ofOwner).toList());
    }

    @GET
    @Path("equity")
    public Response equity() {
        return json(curves.of(account()));
    }

    private String account() {
        return traders.require(request, Scope.READ).id();
    }

    private Response json(Object body) {
        return answer.json(headers, body);
    }
}
