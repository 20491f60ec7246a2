package tickertape.web.write;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;
import tickertape.web.ClientAddress;
import tickertape.web.ClientErrorStatus;
import tickertape.web.Problem;
import tickertape.web.ProblemException;
import tickertape.web.filter.RequestMetrics;
import tickertape.web.filter.RestSettings;

/// Checks every write before its resource sees it, and remembers its response.
///
/// A resource does not ask for this by an annotation: one that forgot it would be open to every page on the web.
@Provider
public class WriteFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SCOPE = WriteFilter.class.getName();

    @Inject
    OriginCheck origins;

    @Inject
    WriteRate rate;

    @Inject
    IdempotencyStore responses;

    @Inject
    RequestMetrics metrics;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings settings;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (READS.contains(request.getMethod())) {
            return;
        }
        checkOrigin(request);
        OptionalLong wait = rate.secondsToWait(ClientAddress.of(servlet));
        if (wait.isPresent()) {
            metrics.refuse(RequestMetrics.RATE);
            request.abortWith(tooMany(wait.getAsLong()));
            return;
        }
        byte[] body = JsonBody.read(
                request.getEntityStream(), request.getLength(), request.getMediaType(), settings.bodyLimit);
        request.setEntityStream(new ByteArrayInputStream(body));
        String key = request.getHeaderString(IdempotencyKey.HEADER);
        if (key != null) {
            begin(request, IdempotencyKey.of(key), body);
        }
    }

    private void checkOrigin(ContainerRequestContext request) {
        if (!origins.allows(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString(HttpHeaders.HOST))) {
            metrics.refuse(RequestMetrics.ORIGIN);
            throw new ProblemException(
                    Status.FORBIDDEN, "pages of another origin may not write here, unless cors.origins lists it");
        }
    }

    private static Response tooMany(long seconds) {
        Response problem = Problem.response(Status.TOO_MANY_REQUESTS, "too many writes from this address");
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private void begin(ContainerRequestContext request, String key, byte[] body) {
        var scope = new IdempotencyStore.Scope(
                ClientAddress.of(servlet),
                request.getMethod(),
                request.getUriInfo().getRequestUri().toString(),
                key);
        switch (responses.begin(scope, body)) {
            case IdempotencyStore.Outcome.New() -> request.setProperty(SCOPE, scope);
            case IdempotencyStore.Outcome.Replay(StoredResponse response) -> request.abortWith(response.replay());
            case IdempotencyStore.Outcome.InProgress() ->
                throw new ProblemException(
                        Status.CONFLICT,
                        "the first request with this %s is still running".formatted(IdempotencyKey.HEADER));
            case IdempotencyStore.Outcome.OtherBody() ->
                throw new ProblemException(
                        ClientErrorStatus.UNPROCESSABLE_CONTENT,
                        "this %s was used before, with another body".formatted(IdempotencyKey.HEADER));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        @Nullable Object begun = request.getProperty(SCOPE);
        if (begun instanceof IdempotencyStore.Scope scope) {
            request.removeProperty(SCOPE);
            responses.end(scope, StoredResponse.of(response));
        }
    }
}
