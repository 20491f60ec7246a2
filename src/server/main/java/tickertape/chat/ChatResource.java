package tickertape.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.chat.store.Deleting;
import tickertape.chat.store.SentMessage;
import tickertape.identity.AuditTrail;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Scope;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageLink;

/// The messages of the rooms.
@Path("chat")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@DelaysPrices
public class ChatResource {

    @Inject
    ChatDesk desk;

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Inject
    AuditTrail audit;

    @Inject
    ConditionalResponse answer;

    @Inject
    Jsonb jsonb;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    @Path("rooms")
    public Response rooms() {
        Chat chat = desk.chat();
        return json(chat.states(desk.participant(callers.require(request, Scope.READ))));
    }

    @GET
    @Path("mentions")
    public Response mentions(@QueryParam("limit") @Nullable String limit) {
        Chat chat = desk.chat();
        return json(chat.mentions(desk.participant(callers.require(request, Scope.READ)), PageQuery.limit(limit)));
    }

    @GET
    @Path("{room: .+}")
    public Response messages(
            @PathParam("room") String room,
            @QueryParam("before") @Nullable String before,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Optional<String> reader =
                callers.find(request).filter(caller -> caller.may(Scope.READ)).map(Caller::id);
        MessagePage page =
                desk.chat().page(PageQuery.of(room, before, after, limit), delay.appliesTo(request, callers), reader);
        Response.ResponseBuilder response = Response.fromResponse(json(page)).header("Last-Event-ID", page.position());
        return PageLink.add(response, uri, page.links()).build();
    }

    @POST
    @Path("{room: .+}")
    public Response send(@PathParam("room") String room, NewMessage message) {
        SentMessage sent = desk.chat().send(writer(), room, message);
        Response.ResponseBuilder response = sent.isNew()
                ? Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(sent.message().seq()))
                        .build())
                : Response.ok();
        return response.entity(jsonb.toJson(sent.message())).build();
    }

    @PATCH
    @Path("{room: .+}/{seq: [0-9]+}")
    public Response edit(@PathParam("room") String room, @PathParam("seq") long seq, TextChange change) {
        return Response.ok(jsonb.toJson(desk.chat().edit(writer(), room, seq, change)))
                .build();
    }

    @DELETE
    @Path("{room: .+}/{seq: [0-9]+}")
    public Response delete(@PathParam("room") String room, @PathParam("seq") long seq) {
        Chat chat = desk.chat();
        Caller caller = callers.require(request, Scope.TRADE);
        Deleting.Done done = chat.delete(desk.participant(caller), room, seq);
        if (!done.isOwn()) {
            // Whoever had no answer asks again: the server may have been killed before it came to this.
            audit.addOnce(
                    "chat-deleted",
                    "%s %s".formatted(room, seq),
                    done.time(),
                    caller,
                    request,
                    "%s %s of %s".formatted(room, seq, done.message().author().id()));
        }
        return Response.noContent().build();
    }

    @PUT
    @Path("{room: .+}/read")
    public Response read(@PathParam("room") String room, ReadUpTo mark) {
        desk.chat().read(writer(), room, mark);
        return Response.noContent().build();
    }

    @PUT
    @Path("{room: .+}/typing")
    public Response type(@PathParam("room") String room) {
        desk.chat().type(writer(), room);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{room: .+}/typing")
    public Response stopTyping(@PathParam("room") String room) {
        desk.chat().stopTyping(writer(), room);
        return Response.noContent().build();
    }

    private Participant writer() {
        return desk.participant(callers.require(request, Scope.TRADE));
    }

    private Response json(Object body) {
        return answer.json(headers, body);
    }
}
