package tickertape.identity.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.AccountDeleted;
import tickertape.identity.Callers;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;
import tickertape.web.ProblemException;

/// The caller's own account. Only a session may change it: a token that was stolen can't.
@Path("account")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    /// What can't be undone asks for somebody who has just proved who it is.
    private static final Duration RECENT = Duration.ofMinutes(10);

    @Inject
    Sessions sessions;

    @Inject
    SignIns signIns;

    @Inject
    Accounts accounts;

    @Inject
    AuditLog audit;

    @Inject
    Event<AccountDeleted> deletions;

    @Inject
    InstantSource clock;

    @Inject
    @ConfigProperties(prefix = "identity.accounts")
    AccountSettings settings;

    @Context
    HttpServletRequest request;

    /// Changes the password, ends all sessions, and begins a new one.
    @PUT
    @Path("password")
    public Response changePassword(PasswordChange change) {
        Account account = account(session());
        signIns.changePassword(account, change, request);
        sessions.endAll(account.id());
        return SessionResponse.of(
                Response.ok(),
                sessions.begin(account.id(), account.name(), accounts.rights(account)),
                sessions,
                settings.signUp,
                request);
    }

    /// Deletes the account and all that belongs to it.
    @DELETE
    public Response delete() {
        Session session = session();
        if (session.signedIn().plus(RECENT).isBefore(clock.instant())) {
            throw new ProblemException(
                    Status.FORBIDDEN, "sign in again first: this takes a session that began in the last ten minutes");
        }
        accounts.delete(session.account());
        deletions.fire(new AccountDeleted(session.account()));
        sessions.endAll(session.account());
        audit.add(AuditAction.ACCOUNT_DELETED, session.account(), session.name(), request, "");
        return Response.noContent().cookie(sessions.noCookie(request)).build();
    }

    private Session session() {
        return sessions.find(request).orElseThrow(() -> Callers.unauthorized("this takes a session: sign in"));
    }

    private Account account(Session session) {
        return accounts.find(session.account()).orElseThrow(() -> Callers.unauthorized("the account is gone"));
    }
}
