package tickertape.web.write;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.security.Principal;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;
import tickertape.web.ClientAddress;
import tickertape.web.ClientErrorStatus;
import tickertape.web.ProblemException;
import tickertape.web.RateLimiter;
import tickertape.web.filter.RequestMetrics;
import tickertape.web.filter.RestSettings;

/// Checks every write before its resource sees it, and remembers its response.
///
/// A resource does not ask for this by an annotation: one that forgot it would be open to every page on the web.
@Provider
public class WriteFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SCOPE = WriteFilter.class.getName();

    /// The property of a request that says by which credential its caller is known: what one has been answered is
    /// repeated to no other. One that is renewed stays the same.
    public static final String CREDENTIAL = SCOPE + ".credential";

    @Inject
    OriginCheck origins;

    @Inject
    @Named(WriteBeans.WRITES)
    RateLimiter rate;

    @Inject
    IdempotencyStore responses;

    @Inject
    RequestMetrics metrics;

    @Inject
    @ConfigProperties(prefix = "rest")
    RestSettings settings;

    @Context
    HttpServletRequest servlet;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isWrite(request)) {
            return;
        }
        checkOrigin(request);
        String address = ClientAddress.of(servlet);
        @Nullable Principal account = request.getSecurityContext().getUserPrincipal();
        String caller = account == null ? address : account.getName();
        if (isTooOften(request, address, "address") || (account != null && isTooOften(request, caller, "account"))) {
            return;
        }
        if (resource.getResourceMethod().isAnnotationPresent(ReadsBody.class)) {
            return;
        }
        byte[] body = JsonBody.read(
                request.getEntityStream(), request.getLength(), request.getMediaType(), settings.bodyLimit);
        request.setEntityStream(new ByteArrayInputStream(body));
        String key = request.getHeaderString(IdempotencyKey.HEADER);
        if (key != null) {
            begin(
                    request,
                    new IdempotencyStore.Scope(
                            caller,
                            request.getProperty(CREDENTIAL) instanceof String credential ? credential : "",
                            request.getMethod(),
                            request.getUriInfo().getRequestUri().toString(),
                            IdempotencyKey.of(key)),
                    body);
        }
    }

    /// Whether a request may change something.
    public static boolean isWrite(ContainerRequestContext request) {
        return !READS.contains(request.getMethod());
    }

    private boolean isTooOften(ContainerRequestContext request, String key, String kind) {
        OptionalLong wait = rate.secondsToWait(key);
        if (wait.isEmpty()) {
            return false;
        }
        metrics.refuse(RequestMetrics.RATE);
        request.abortWith(ProblemException.tooMany("too many writes from this " + kind, wait.getAsLong())
                .getResponse());
        return true;
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

    private void begin(ContainerRequestContext request, IdempotencyStore.Scope scope, byte[] body) {
        switch (responses.begin(scope, body)) {
            case IdempotencyStore.Outcome.New() -> request.setProperty(SCOPE, scope);
            case IdempotencyStore.Outcome.Replay(StoredResponse response) -> request.abortWith(response.replay());
            case IdempotencyStore.Outcome.InProgress() ->
                throw new ProblemException(
                        Status.CONFLICT,
                        "the first request with this %s is still running".formatted(IdempotencyKey.HEADER));
            case IdempotencyStore.Outcome.Gone() ->
                throw new ProblemException(
                        Status.CONFLICT,
                        "this was done before with this %s, and its answer is told nobody again"
                                .formatted(IdempotencyKey.HEADER));
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
