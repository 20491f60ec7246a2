package tickertape.feeding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.line.LineParser;
import tickertape.identity.AuditTrail;
import tickertape.identity.Caller;
import tickertape.identity.Callers;
import tickertape.identity.Rights;
import tickertape.identity.Scope;
import tickertape.identity.TellsNoPrices;
import tickertape.web.ProblemException;
import tickertape.web.rest.ConditionalResponse;
import tickertape.web.write.ReadsBody;

/// Where others hand in prices, line by line.
@Path("feed")
@RequestScoped
@TellsNoPrices
public class FeedResource {

    private static final String STANDARD = "default";

    @Inject
    FeedDesk desk;

    @Inject
    Callers callers;

    @Inject
    AuditTrail audit;

    @Inject
    ConditionalResponse answer;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest request;

    /// What has come from each source.
    @GET
    public Response sources() {
        feeder();
        List<SourceInfo> all = desk.sources();
        return answer.all(headers, Integer.toHexString(all.hashCode()), SourceInfo.class, all);
    }

    /// Reads lines as they come. `suspended` is asked for so that the request outlives this method; it is never
    /// resumed, because whoever reads it also answers.
    @POST
    @ReadsBody
    public void post(
            @QueryParam("source") @Nullable String name,
            @QueryParam("session") @Nullable String session,
            @Suspended AsyncResponse suspended) {
        Caller caller = feeder();
        desk.requireOpen();
        checkForm();
        SourceTracker source = desk.source(name == null ? STANDARD : name);
        String run = session == null ? "" : session(session);
        AsyncContext exchange = request.getAsyncContext();
        var original = (HttpServletRequest) exchange.getRequest();
        if (source.isNewFeeder(caller.id())) {
            audit.add("feed-begun", caller, original, source.name());
        }
        desk.read(exchange, source, run, () -> callers.isKnownNow(original));
    }

    private Caller feeder() {
        Caller caller = callers.require(request, Scope.FEED);
        if (!caller.has(Rights.FEEDER)) {
            throw new ProblemException(Status.FORBIDDEN, "this takes the right '%s'".formatted(Rights.FEEDER));
        }
        return caller;
    }

    private void checkForm() {
        @Nullable MediaType type = headers.getMediaType();
        if (type == null
                || !"%s/%s".formatted(type.getType(), type.getSubtype()).equalsIgnoreCase(FeedDesk.LINES)) {
            throw new ProblemException(
                    Status.UNSUPPORTED_MEDIA_TYPE,
                    "prices need Content-Type: %s%s".formatted(FeedDesk.LINES, type == null ? "" : ", not " + type));
        }
        @Nullable String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !List.of("gzip", "identity").contains(coding.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(
                    Status.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding is gzip or none, not " + coding);
        }
    }

    private static String session(String name) {
        try {
            return LineParser.name("session", name);
        } catch (IllegalArgumentException fault) {
            throw new ProblemException(Status.BAD_REQUEST, String.valueOf(fault.getMessage()));
        }
    }
}
