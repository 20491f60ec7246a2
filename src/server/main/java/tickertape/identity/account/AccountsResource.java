package tickertape.identity.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tickertape.identity.Callers;
import tickertape.identity.OpenToAll;
import tickertape.identity.Scope;
import tickertape.identity.TellsNoPrices;

/// The accounts of all: makes new ones, and changes what others may do.
@Path("accounts")
@RequestScoped
@TellsNoPrices
public class AccountsResource {

    @Inject
    Callers callers;

    @Inject
    Memberships memberships;

    @Context
    HttpServletRequest request;

    @POST
    @OpenToAll
    public Response signUp(Credentials credentials) {
        return memberships.signUp(credentials, request);
    }

    @PUT
    @Path("{name}/rights")
    @Produces(MediaType.APPLICATION_JSON)
    public RightsChange changeRights(@PathParam("name") String name, RightsChange change) {
        return memberships.changeRights(callers.require(request, Scope.TRADE), name, change, request);
    }
}
