package tickertape.feeding;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import tickertape.feeding.FeedRequest.EndedException;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.feeding.FeedRequest.StuckException;
import tickertape.feeding.line.LineParser;
import tickertape.feeding.line.LineReader;
import tickertape.market.feed.ReferenceData;
import tickertape.web.Gunzip;
import tickertape.web.Problem;
import tickertape.web.ProblemException;

/// Where requests of feeders are read, each on a thread of its own. Safe for any thread.
final class FeedDesk {

    /// The media type of lines of JSON.
    static final String LINES = "application/x-ndjson";

    private static final int RETRY_SECONDS = 5;

    private final FeedContext context;
    private final FeedingSettings settings;
    private final String selected;
    private final ReferenceData reference;
    private final ExecutorService threads;
    private final Jsonb jsonb;

    /// @param selected the feed that moves the market
    FeedDesk(
            FeedContext context,
            FeedingSettings settings,
            String selected,
            ReferenceData reference,
            ExecutorService threads,
            Jsonb jsonb) {
        this.context = context;
        this.settings = settings;
        this.selected = selected;
        this.reference = reference;
        this.threads = threads;
        this.jsonb = jsonb;
    }

    /// Throws `ProblemException` 409 unless the market is moved by what is posted.
    void requireOpen() {
        if (!selected.equalsIgnoreCase(FeedingBeans.HTTP)) {
            throw new ProblemException(
                    Status.CONFLICT,
                    "prices come from elsewhere: feed.source is %s; set it to http to post them".formatted(selected));
        }
    }

    /// All sources so far.
    List<SourceInfo> sources() {
        return context.sources().infos();
    }

    /// The source of that name; throws `ProblemException` 400.
    SourceTracker source(String name) {
        try {
            return context.sources().source(LineParser.name("source", name));
        } catch (IllegalArgumentException fault) {
            throw new ProblemException(Status.BAD_REQUEST, String.valueOf(fault.getMessage()));
        }
    }

    /// Reads a request on another thread, and completes it. Throws `ProblemException` 503 when too many are open.
    ///
    /// @param session within which sequence numbers count
    /// @param stillKnown whether the caller's credential is good at this moment
    void read(AsyncContext exchange, SourceTracker source, String session, BooleanSupplier stillKnown) {
        if (context.metrics().open() > settings.requests) {
            context.metrics().close();
            throw ProblemException.unavailable("too many feeders are connected (feed.http.requests)", RETRY_SECONDS);
        }
        exchange.setTimeout(0);
        try {
            threads.execute(() -> serve(exchange, source, session, stillKnown));
        } catch (RejectedExecutionException goingDown) {
            context.metrics().close();
            throw ProblemException.unavailable("the server is going down", RETRY_SECONDS);
        }
    }

    private void serve(AsyncContext exchange, SourceTracker source, String session, BooleanSupplier stillKnown) {
        var response = (HttpServletResponse) exchange.getResponse();
        try {
            var request = (HttpServletRequest) exchange.getRequest();
            answer(() -> read(request, source, session, stillKnown), response);
        } catch (IOException clientIsGone) {
            // It asks later what was taken.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            context.metrics().close();
            exchange.complete();
        }
    }

    /// Reads a whole request.
    private interface Reading {
        FeedAnswer read() throws IOException, InterruptedException, EndedException, StuckException;
    }

    private FeedAnswer read(
            HttpServletRequest request, SourceTracker source, String session, BooleanSupplier stillKnown)
            throws IOException, InterruptedException, EndedException, StuckException {
        var lines = new LineReader(body(request));
        var parser = new LineParser(settings.negative, reference);
        return new FeedRequest(lines, parser, context, source, session, stillKnown).read();
    }

    private void answer(Reading request, HttpServletResponse response) throws IOException, InterruptedException {
        try {
            FeedAnswer answer = request.read();
            send(response, Status.OK, MediaType.APPLICATION_JSON, jsonb.toJson(answer));
        } catch (SocketTimeoutException silent) {
            refuse(response, Status.REQUEST_TIMEOUT, "nothing came for too long: send an empty line every few seconds");
        } catch (IOException broken) {
            refuse(response, Status.BAD_REQUEST, "the body did not arrive whole, or is no gzip");
        } catch (EndedException ended) {
            refuse(response, Status.UNAUTHORIZED, "the credential is no good any more");
        } catch (StuckException stuck) {
            refuse(response, Status.SERVICE_UNAVAILABLE, "the market takes no prices at the moment");
        }
    }

    // Liberty unpacks most bodies by itself, and leaves the header as it was.
    private static InputStream body(HttpServletRequest request) throws IOException {
        var body = new BufferedInputStream(request.getInputStream());
        return "gzip".equalsIgnoreCase(request.getHeader(HttpHeaders.CONTENT_ENCODING)) ? Gunzip.unzipped(body) : body;
    }

    private void refuse(HttpServletResponse response, StatusType status, String detail) throws IOException {
        // The rest of the body is not read.
        response.setHeader("Connection", "close");
        if (status == Status.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tickertape\", error=\"invalid_token\"");
        }
        send(response, status, Problem.MEDIA_TYPE.toString(), jsonb.toJson(Problem.of(status, detail)));
    }

    private static void send(HttpServletResponse response, StatusType status, String type, String json)
            throws IOException {
        response.setStatus(status.getStatusCode());
        response.setContentType(type);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
