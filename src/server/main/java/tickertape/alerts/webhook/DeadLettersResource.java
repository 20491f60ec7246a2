package tickertape.alerts.webhook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Scope;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;

/// The caller's firings that no webhook took.
@Path("alerts/dead-letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@DelaysPrices
public class DeadLettersResource {

    @Inject
    Webhooks webhooks;

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Inject
    InstantSource clock;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @GET
    public Response all() {
        return answer.json(headers, seen(owner(Scope.READ)).toList());
    }

    @POST
    @Path("{id}")
    public Response sendAgain(@PathParam("id") String id) {
        String owner = owner(Scope.TRADE);
        check(isSeen(owner, id) && webhooks.revive(owner, id));
        return Response.accepted().build();
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        String owner = owner(Scope.TRADE);
        check(isSeen(owner, id) && webhooks.delete(owner, id));
        return Response.noContent().build();
    }

    /// That it has fired tells a price.
    private Stream<DeadLetter> seen(String owner) {
        Instant known = clock.instant().minus(delay.appliesTo(request, callers) ? delay.length() : Duration.ZERO);
        return webhooks.dead(owner).stream().filter(letter -> !letter.fired().isAfter(known));
    }

    private boolean isSeen(String owner, String id) {
        return !delay.appliesTo(request, callers)
                || seen(owner).anyMatch(letter -> letter.id().equals(id));
    }

    private String owner(Scope scope) {
        return callers.require(request, scope).id();
    }

    private static void check(boolean found) {
        if (!found) {
            throw new ProblemException(Status.NOT_FOUND, "you have no such dead letter");
        }
    }
}
