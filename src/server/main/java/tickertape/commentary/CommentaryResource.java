package tickertape.commentary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.writing.CommentaryText;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.QuoteDelay;
import tickertape.identity.Rights;
import tickertape.identity.Scope;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.rest.PageLink;

/// Texts about the market, and answers to questions.
@Path("commentary")
@RequestScoped
@DelaysPrices
public class CommentaryResource {

    @Inject
    Optional<Commentary> commentary;

    @Inject
    Callers callers;

    @Inject
    QuoteDelay delay;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    public Response past(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("language") @Nullable String language,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("before") @Nullable String before) {
        Commentary texts = commentary();
        var page = PastRequest.of(topic, symbol, language, limit, before);
        var query = page.query(() -> callers.require(request, Scope.READ).id());
        List<CommentaryText> found = texts.past(query, delay.appliesTo(request, callers));
        Response response = answer.all(headers, page.state(found), CommentaryText.class, found);
        return PageLink.add(Response.fromResponse(response), uri, page.links(found))
                .build();
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        CommentaryText text = commentary().one(id, reader(), delay.appliesTo(request, callers));
        String state = "%s-%s-%s".formatted(id, text.text().length(), text.reason());
        return answer.one(headers, state, CommentaryText.class, text);
    }

    private Optional<Caller> reader() {
        return callers.find(request).filter(caller -> caller.may(Scope.READ));
    }

    @POST
    public Response ask(NewQuestion question) {
        Commentary texts = commentary();
        Caller caller = callers.require(request, Scope.READ);
        if (delay.appliesTo(request, callers)) {
            throw new ProblemException(
                    Status.FORBIDDEN,
                    "answers tell prices of now: this takes the right '%s'".formatted(Rights.REALTIME));
        }
        CommentaryText begun = texts.ask(question, caller);
        return Response.accepted(begun)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "commentary/" + begun.id())
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response stop(@PathParam("id") String id) {
        Commentary texts = commentary();
        texts.stop(id, callers.require(request, Scope.READ));
        return Response.noContent().build();
    }

    private Commentary commentary() {
        return commentary.orElseThrow(
                () -> new ProblemException(Status.NOT_FOUND, "this server writes no commentary (commentary.enabled)"));
    }
}
