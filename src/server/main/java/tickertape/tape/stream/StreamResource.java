package tickertape.tape.stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tickertape.tape.Tape;
import tickertape.web.rest.ChecksQuery;

/// The tape as a stream of Server-Sent Events.
@Path("stream")
@RequestScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class StreamResource {

    /// No cache may keep a stream, and no proxy on the way may hold events back or repack them. Some, such as Caddy,
    /// compress whatever names no encoding.
    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store, no-transform",
            "X-Accel-Buffering",
            "no",
            HttpHeaders.CONTENT_ENCODING,
            "identity");

    // Fields, because the container makes a resource by a constructor without arguments, for its proxy.
    @Inject
    Tape tape;

    @Inject
    StreamOpener opener;

    @Inject
    Instance<CallerSource> callers;

    @Context
    UriInfo uri;

    @Context
    HttpServletRequest request;

    /// Opens a stream. `suspended` is asked for so that the request outlives this method; it is never resumed,
    /// because the subscriber ends the response itself.
    @GET
    @ChecksQuery
    public void open(@Context Sse sse, @Suspended AsyncResponse suspended) throws IOException {
        StreamRequest wanted = wanted();
        AsyncContext exchange = request.getAsyncContext();
        exchange.setTimeout(0);
        var response = (HttpServletResponse) exchange.getResponse();
        response.setContentType(MediaType.SERVER_SENT_EVENTS);
        HEADERS.forEach(response::setHeader);
        opener.open(sse, wanted, exchange);
    }

    /// Without this, JAX-RS answers a HEAD by the GET, and it would never end.
    @HEAD
    @ChecksQuery
    public Response head() {
        wanted();
        Response.ResponseBuilder head = Response.ok().type(MediaType.SERVER_SENT_EVENTS);
        HEADERS.forEach(head::header);
        return head.build();
    }

    private StreamRequest wanted() {
        List<String> lastEventIds = Collections.list(request.getHeaders("Last-Event-ID"));
        return StreamRequest.of(tape.topics(), uri.getQueryParameters(), lastEventIds, caller());
    }

    private StreamRequest.Caller caller() {
        if (callers.isUnsatisfied()) {
            return StreamRequest.Caller.NOBODY;
        }
        CallerSource source = callers.get();
        return new StreamRequest.Caller(source.caller(request), source.challenge());
    }
}
