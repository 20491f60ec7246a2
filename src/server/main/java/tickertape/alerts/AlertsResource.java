package tickertape.alerts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tickertape.alerts.store.FiringRow;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Scope;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageRequest;

/// The caller's alerts, and what has fired.
@Path("alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@DelaysPrices
public class AlertsResource {

    @Inject
    Alerts alerts;

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Inject
    AlertLimits limits;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @Context
    UriInfo uri;

    @GET
    public Response all() {
        return answer.json(headers, alerts.of(owner(Scope.READ)));
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        return answer.json(headers, alerts.one(owner(Scope.READ), id));
    }

    @GET
    @Path("fired")
    public Response fired(@QueryParam("limit") @Nullable String limit) {
        int most = PageRequest.limit(limit, limits.kept(), limits.kept());
        String fired = alerts.fired(owner(Scope.READ), most).stream()
                .map(FiringRow::body)
                .collect(Collectors.joining(",", "[", "]"));
        return answer.file(headers, MediaType.APPLICATION_JSON, fired);
    }

    @POST
    public Response create(NewAlert wanted) {
        AlertInfo created = alerts.create(owner(Scope.TRADE), wanted);
        return Response.created(uri.getAbsolutePathBuilder().path(created.id()).build())
                .entity(created)
                .build();
    }

    @PATCH
    @Path("{id}")
    public Response change(@PathParam("id") String id, AlertChange change) {
        return Response.ok(alerts.change(owner(Scope.TRADE), id, change)).build();
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        alerts.delete(owner(Scope.TRADE), id);
        return Response.noContent().build();
    }

    private Alerts.Owner owner(Scope scope) {
        Caller caller = callers.require(request, scope);
        return new Alerts.Owner(caller.id(), delay.appliesTo(request, callers), caller.may(Scope.READ));
    }
}
