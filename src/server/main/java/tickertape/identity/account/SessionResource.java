package tickertape.identity.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import tickertape.identity.Callers;
import tickertape.identity.OpenToAll;
import tickertape.identity.TellsNoPrices;
import tickertape.web.rest.ConditionalResponse;

/// The session of a browser: whose it is, and its begin, renewal and end.
@Path("session")
@RequestScoped
@TellsNoPrices
@OpenToAll
public class SessionResource {

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @Inject
    Callers callers;

    @Inject
    Memberships memberships;

    @Inject
    ConditionalResponse answer;

    @GET
    public Response session() {
        SignInWays ways = memberships.ways();
        SessionInfo info = callers.find(request)
                .map(caller -> SessionInfo.of(caller, ways))
                .orElseGet(() -> SessionInfo.ofNobody(ways));
        return answer.one(headers, info.state(), SessionInfo.class, info);
    }

    @POST
    public Response signIn(Credentials credentials) {
        return memberships.signIn(credentials, request);
    }

    @PUT
    public Response renew() {
        return memberships.renew(request);
    }

    @DELETE
    public Response signOut() {
        return memberships.signOut(request);
    }
}
