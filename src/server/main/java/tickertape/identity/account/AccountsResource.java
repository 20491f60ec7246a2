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
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.OpenToAll;
import tickertape.identity.Rights;
import tickertape.identity.Scope;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.session.Sessions;
import tickertape.web.ProblemException;

/// The accounts of all: makes new ones, and changes what others may do.
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    Callers callers;

    @Inject
    Sessions sessions;

    @Inject
    SignIns signIns;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    @ConfigProperties(prefix = "identity.accounts")
    AccountSettings settings;

    @Context
    HttpServletRequest request;

    /// Makes an account, and signs it in.
    @POST
    @OpenToAll
    public Response signUp(Credentials credentials) {
        if (!settings.signUp) {
            throw new ProblemException(Status.FORBIDDEN, "accounts are not made here (identity.accounts.sign-up)");
        }
        Account account = signIns.signUp(credentials, request);
        return SessionResponse.of(
                Response.status(Status.CREATED),
                sessions.begin(account.id(), account.name(), accounts.rights(account)),
                sessions,
                settings.signUp,
                request);
    }

    /// The rights that an account has from now on. Its sessions end, and begin anew with them.
    @PUT
    @Path("{name}/rights")
    public RightsChange changeRights(@PathParam("name") String name, RightsChange change) {
        Caller administrator = callers.require(request, Scope.TRADE);
        if (!administrator.has(Rights.ADMINISTRATOR)) {
            throw new ProblemException(Status.FORBIDDEN, "this takes the right 'administrator'");
        }
        Account account = accounts.changeRights(SignIns.name(name), Set.copyOf(change.rights()))
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "there is no account of that name"));
        var rights = new TreeSet<>(change.rights());
        audit.add(
                AuditAction.RIGHTS_CHANGED,
                account.id(),
                account.name(),
                request,
                "%s, by %s".formatted(rights, administrator.name()));
        sessions.changeRights(account.id());
        return new RightsChange(rights.stream().toList());
    }
}
