package tickertape.tape.stream;

import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.RuntimeDelegate;
import jakarta.ws.rs.ext.RuntimeDelegate.HeaderDelegate;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickertape.identity.Authentication;
import tickertape.identity.Callers;
import tickertape.identity.DelaysPrices;
import tickertape.identity.TellsExpiry;
import tickertape.identity.session.Sessions;
import tickertape.tape.Tape;
import tickertape.tape.sse.StreamCoding;
import tickertape.web.ProblemException;
import tickertape.web.rest.ChecksQuery;

/// The tape as a stream of Server-Sent Events.
@Path("stream")
@TellsExpiry
@RequestScoped
@DelaysPrices
@Produces(MediaType.SERVER_SENT_EVENTS)
public class StreamResource {

    /// No cache may keep a stream, and no proxy on the way may hold events back or repack them.
    private static final Map<String, String> HEADERS =
            Map.of(HttpHeaders.CACHE_CONTROL, "no-store, no-transform", "X-Accel-Buffering", "no");

    private static final HeaderDelegate<NewCookie> COOKIES =
            RuntimeDelegate.getInstance().createHeaderDelegate(NewCookie.class);

    // Fields, because the container makes a resource by a constructor without arguments, for its proxy.
    @Inject
    Tape tape;

    @Inject
    StreamOpener opener;

    @Inject
    Callers callers;

    @Inject
    Sessions sessions;

    @Context
    UriInfo uri;

    @Context
    HttpServletRequest request;

    /// Opens a stream. `suspended` is asked for so that the request outlives this method; it is never resumed,
    /// because the subscriber ends the response itself.
    @GET
    @ChecksQuery
    public void open(@Context Sse sse, @Suspended AsyncResponse suspended) throws IOException {
        boolean expired = callers.authenticate(request) instanceof Authentication.Expired;
        Optional<StreamRequest> wanted = expired ? Optional.empty() : Optional.of(wanted());
        AsyncContext exchange = request.getAsyncContext();
        exchange.setTimeout(0);
        var response = (HttpServletResponse) exchange.getResponse();
        response.setContentType(MediaType.SERVER_SENT_EVENTS);
        HEADERS.forEach(response::setHeader);
        StreamCoding coding = coding();
        response.setHeader(HttpHeaders.CONTENT_ENCODING, coding.header());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (wanted.isPresent()) {
            // The field is good only during this call.
            var asked = (HttpServletRequest) exchange.getRequest();
            opener.open(sse, wanted.get(), coding, exchange, () -> callers.isKnownNow(asked));
        } else {
            // The browser comes back by itself, and then as nobody.
            response.addHeader(HttpHeaders.SET_COOKIE, COOKIES.toString(sessions.noCookie(request)));
            opener.expire(StreamRequest.sent(uri.getQueryParameters(), lastEventIds()), coding, exchange);
        }
    }

    /// Without this, JAX-RS answers a HEAD by the GET, and it would never end.
    @HEAD
    @ChecksQuery
    public Response head() {
        wanted();
        Response.ResponseBuilder head = Response.ok().type(MediaType.SERVER_SENT_EVENTS);
        HEADERS.forEach(head::header);
        return head.header(HttpHeaders.CONTENT_ENCODING, coding().header())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    private StreamRequest wanted() {
        try {
            return StreamRequest.of(tape.topics(), uri.getQueryParameters(), lastEventIds(), callers.find(request));
        } catch (ProblemException refused) {
            boolean nobody = refused.getResponse().getStatus() == Response.Status.UNAUTHORIZED.getStatusCode();
            boolean unsure = callers.authenticate(request) instanceof Authentication.Unavailable;
            throw nobody && unsure ? Callers.unavailable() : refused;
        }
    }

    private List<String> lastEventIds() {
        return Collections.list(request.getHeaders("Last-Event-ID"));
    }

    // Named even if there is none: some proxies, such as Caddy, compress whatever names no coding.
    private StreamCoding coding() {
        return opener.coding(String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))));
    }
}
