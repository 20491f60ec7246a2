package tickertape.identity.token;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.identity.TellsNoPrices;
import tickertape.identity.audit.AuditAction;
import tickertape.identity.audit.AuditLog;
import tickertape.identity.session.Session;
import tickertape.identity.session.Sessions;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;

/// The caller's tokens. Only a session may make and revoke them, so that no token makes another.
@Path("tokens")
@RequestScoped
@TellsNoPrices
public class TokensResource {

    private static final String UNKEPT = "no-store";

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Inject
    Tokens tokens;

    @Context
    HttpServletRequest request;

    @Inject
    Sessions sessions;

    @Inject
    InstantSource clock;

    @Inject
    AuditLog audit;

    @GET
    public Response all() {
        List<TokenInfo> all = tokens.of(sessions.require(request).account()).stream()
                .map(token -> TokenInfo.of(token, null))
                .toList();
        return answer.all(headers, Integer.toHexString(all.hashCode()), TokenInfo.class, all);
    }

    @POST
    public Response create(NewToken wanted) {
        Session session = sessions.require(request);
        if (Caller.isElsewhere(session.account())) {
            throw new ProblemException(
                    Status.FORBIDDEN,
                    "an account that signs in elsewhere has tokens of its issuer, not of this server");
        }
        @Nullable Instant expires = wanted.expires().orElse(null);
        if (expires != null && !expires.isAfter(clock.instant())) {
            throw new ProblemException(Status.BAD_REQUEST, "the token would have expired already");
        }
        Tokens.Created created = tokens.create(session.account(), wanted.name(), wanted.scopeSet(), expires)
                .orElseThrow(() -> new ProblemException(
                        Status.CONFLICT,
                        "an account has at most %s tokens: revoke one".formatted(Tokens.MOST_OF_AN_ACCOUNT)));
        audit(AuditAction.TOKEN_CREATED, session, created.token());
        return Response.status(Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(TokenInfo.of(created.token(), created.text().text()))
                .header(HttpHeaders.CACHE_CONTROL, UNKEPT)
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") String id) {
        Session session = sessions.require(request);
        ApiToken revoked = tokens.revoke(session.account(), id)
                .orElseThrow(() -> new ProblemException(Status.NOT_FOUND, "you have no such token"));
        audit(AuditAction.TOKEN_REVOKED, session, revoked);
        return Response.noContent().build();
    }

    private void audit(AuditAction action, Session session, ApiToken token) {
        audit.add(action, session.account(), session.name(), request, token.name());
    }
}
