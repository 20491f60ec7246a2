package tickertape.trading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.identity.DelaysPrices;
import tickertape.identity.Scope;
import tickertape.web.rest.ConditionalResponse;

/// The caller's orders.
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@DelaysPrices
public class OrdersResource {

    @Inject
    Orders orders;

    @Inject
    Traders traders;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @Context
    UriInfo uri;

    @GET
    public Response all(
            @QueryParam("state") @Nullable String state,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("before") @Nullable String before) {
        Caller caller = traders.require(request, Scope.READ);
        return json(orders.page(caller.id(), state, symbol, limit, before));
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        return json(orders.one(traders.require(request, Scope.READ).id(), id));
    }

    @POST
    public Response place(NewOrder wanted) {
        Orders.Placing placed = orders.place(traders.require(request, Scope.TRADE), wanted);
        return placed.isNew()
                ? Response.created(uri.getAbsolutePathBuilder()
                                .path(placed.order().orderId())
                                .build())
                        .entity(placed.order())
                        .build()
                : Response.ok(placed.order()).build();
    }

    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") String id) {
        return Response.ok(orders.cancel(traders.require(request, Scope.TRADE).id(), id))
                .build();
    }

    private Response json(Object body) {
        return answer.json(headers, body);
    }
}
