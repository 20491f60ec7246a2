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
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.identity.Callers;
import tickertape.identity.OpenToAll;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;
import tickertape.web.rest.ConditionalResponse;

/// The session of a browser: whose it is, and its begin, renewal and end.
@Path("session")
@RequestScoped
@OpenToAll
public class SessionResource {

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

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    @GET
    public Response session() {
        SessionInfo info = callers.find(request)
                .map(caller -> SessionInfo.of(caller, settings.signUp))
                .orElseGet(() -> SessionInfo.ofNobody(settings.signUp));
        return answer.one(headers, info.state(), SessionInfo.class, info);
    }

    @POST
    public Response signIn(Credentials credentials) {
        Account account = signIns.signIn(credentials, request);
        return respond(sessions.begin(account.id(), account.name(), accounts.rights(account)));
    }

    /// The same session with a later end, and with the rights that its account has now.
    @PUT
    public Response renew() {
        Session session = session401();
        Account account =
                accounts.find(session.account()).orElseThrow(() -> Callers.unauthorized("the account is gone"));
        return respond(sessions.renew(session, account.name(), accounts.rights(account)));
    }

    /// Ends it here and in all tabs; without one, there is nothing to end.
    @DELETE
    public Response signOut() {
        sessions.find(request).ifPresent(session -> {
            sessions.end(session);
            audit.add(AuditAction.SIGNED_OUT, session.account(), session.name(), request, "");
        });
        return Response.noContent().cookie(sessions.noCookie(request)).build();
    }

    private Session session401() {
        return sessions.find(request).orElseThrow(() -> Callers.unauthorized("there is no session: sign in"));
    }

    private Response respond(Session session) {
        return SessionResponse.of(Response.ok(), session, sessions, settings.signUp, request);
    }
}
