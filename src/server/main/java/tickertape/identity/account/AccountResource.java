package tickertape.identity.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import tickertape.identity.TellsNoPrices;

/// The caller's own account. Only a session may change it: a token that was stolen can't.
@Path("account")
@RequestScoped
@TellsNoPrices
public class AccountResource {

    @Inject
    Memberships memberships;

    @Context
    HttpServletRequest request;

    @PUT
    @Path("password")
    public Response changePassword(PasswordChange change) {
        return memberships.changePassword(change, request);
    }

    @DELETE
    public Response delete() {
        return memberships.delete(request);
    }
}
