package tickertape.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import tickertape.identity.AuditTrail;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.Scope;
import tickertape.identity.TellsNoPrices;
import tickertape.web.rest.ConditionalResponse;

/// Whose voice moderators have taken away.
@Path("chat/muted")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@TellsNoPrices
public class MutedResource {

    @Inject
    ChatDesk desk;

    @Inject
    Callers callers;

    @Inject
    AuditTrail audit;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @GET
    public Response muted() {
        Moderation moderation = desk.moderation();
        var muted = moderation.muted(desk.participant(callers.require(request, Scope.READ)));
        return answer.json(headers, muted);
    }

    @PUT
    @Path("{author}")
    public Response mute(@PathParam("author") String author, NewMute mute) {
        Moderation moderation = desk.moderation();
        Caller caller = callers.require(request, Scope.TRADE);
        var muted = moderation.mute(desk.participant(caller), author, mute);
        audit.add(
                "chat-muted",
                caller,
                request,
                "%s (%s) until %s: %s"
                        .formatted(
                                author,
                                muted.author().name(),
                                muted.until(),
                                mute.reason().orElse("")));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{author}")
    public Response unmute(@PathParam("author") String author) {
        Moderation moderation = desk.moderation();
        Caller caller = callers.require(request, Scope.TRADE);
        var given = moderation.unmute(desk.participant(caller), author);
        audit.add(
                "chat-unmuted",
                caller,
                request,
                "%s (%s)".formatted(author, given.author().name()));
        return Response.noContent().build();
    }
}
