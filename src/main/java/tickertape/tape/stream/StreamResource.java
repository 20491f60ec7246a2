package tickertape.tape.stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;
import tickertape.tape.Tape;
import tickertape.tape.wire.Ending;
import tickertape.tape.wire.EventWriter;

/// The tape as a stream of Server-Sent Events.
@Path("stream")
@RequestScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class StreamResource {

    /// No cache may keep a stream, and no proxy on the way may hold events back or repack them.
    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store, no-transform",
            "X-Accel-Buffering",
            "no",
            "X-Content-Type-Options",
            "nosniff");

    @Inject
    Tape tape;

    @Inject
    Broadcast broadcast;

    @Inject
    Admission admission;

    @Inject
    Terms terms;

    @Inject
    Jsonb jsonb;

    @Inject
    @ConfigProperties(prefix = "stream")
    StreamSettings settings;

    @Context
    UriInfo uri;

    @Context
    HttpServletRequest request;

    /// Opens a stream. `suspended` is asked for so that the request outlives this method; it is never resumed, because
    /// the subscriber ends the response itself.
    @GET
    public void open(
            @Context Sse sse,
            @Suspended AsyncResponse suspended,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId)
            throws IOException {
        var subscription = Subscription.of(tape.topics(), uri.getQueryParameters(), Optional.ofNullable(lastEventId));
        AsyncContext exchange = request.getAsyncContext();
        exchange.setTimeout(0);
        var response = (HttpServletResponse) exchange.getResponse();
        response.setContentType(MediaType.SERVER_SENT_EVENTS);
        HEADERS.forEach(response::setHeader);
        var out = new EventWriter(response.getOutputStream(), jsonb);
        String address = request.getRemoteAddr();
        if (!admission.enter(address)) {
            broadcast.start(() -> refuse(Ending.LIMIT, out, exchange));
            return;
        }
        var cursor = subscription.cursor(tape, settings.patience());
        var subscriber = new Subscriber(cursor, out, terms, subscription.throttle(), exchange::complete);
        exchange.addListener(new Completion(() -> {
            broadcast.left(subscriber);
            admission.leave(address);
        }));
        try {
            broadcast.join(sse, subscriber);
        } catch (RejectedExecutionException goingDown) {
            // There are no other threads any more, and two lines wait for nobody.
            refuse(Ending.SHUTDOWN, out, exchange);
        }
    }

    // Not by a status: a browser gives an EventSource up for good on 503, and comes back after a stream that ends.
    private void refuse(Ending reason, EventWriter out, AsyncContext exchange) {
        try {
            out.refusal(terms.goodbye(reason));
        } catch (IOException clientIsGone) {
            // Then it need not be told.
        } finally {
            exchange.complete();
        }
    }

    /// Without this, JAX-RS answers a HEAD by the GET, and it would never end.
    @HEAD
    public Response head() {
        Subscription.of(tape.topics(), uri.getQueryParameters(), Optional.empty());
        Response.ResponseBuilder head = Response.ok().type(MediaType.SERVER_SENT_EVENTS);
        HEADERS.forEach(head::header);
        return head.build();
    }
}
