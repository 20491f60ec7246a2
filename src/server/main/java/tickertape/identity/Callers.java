package tickertape.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import tickertape.web.ProblemException;

/// Says who makes a request: the one place where features, the stream and the page learn that. Safe for any thread.
public final class Callers {

    private static final String ATTRIBUTE = Callers.class.getName();
    private static final String REALM = "Bearer realm=\"tickertape\"";
    private static final int RETRY_SECONDS = 5;

    private final List<Authenticator> authenticators;

    Callers(List<Authenticator> authenticators) {
        this.authenticators = List.copyOf(authenticators);
    }

    /// What its credentials are worth; found out once a request.
    public Authentication authenticate(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Authentication known) {
            return known;
        }
        Authentication authentication = authenticateNow(request);
        request.setAttribute(ATTRIBUTE, authentication);
        return authentication;
    }

    /// Whether its credentials are good at this moment.
    public boolean isKnownNow(HttpServletRequest request) {
        return authenticateNow(request) instanceof Authentication.Known;
    }

    private Authentication authenticateNow(HttpServletRequest request) {
        return ask(request, false)
                .or(() ->
                        BearerToken.of(request).map(_ -> new Authentication.Invalid("nobody here knows such a token")))
                .or(() -> ask(request, true))
                .orElseGet(Authentication.Nobody::new);
    }

    private Optional<Authentication> ask(HttpServletRequest request, boolean ambient) {
        return authenticators.stream()
                .filter(authenticator -> authenticator.isAmbient() == ambient)
                .flatMap(authenticator -> authenticator.authenticate(request).stream())
                .findFirst();
    }

    /// The caller, if it is somebody in particular.
    public Optional<Caller> find(HttpServletRequest request) {
        return authenticate(request) instanceof Authentication.Known(Caller caller)
                ? Optional.of(caller)
                : Optional.empty();
    }

    /// The caller, who must be somebody in particular and have a scope.
    ///
    /// Throws `ProblemException`: 401 for nobody, 403 without the scope, 503 while nobody can say.
    public Caller require(HttpServletRequest request, Scope scope) {
        Caller caller = switch (authenticate(request)) {
            case Authentication.Known(Caller known) -> known;
            case Authentication.Nobody() -> throw unauthorized("sign in first, or send a token");
            case Authentication.Expired() -> throw invalid("it has expired");
            case Authentication.Invalid(String reason) -> throw invalid(reason);
            case Authentication.Unavailable() -> throw unavailable();
        };
        if (!caller.may(scope)) {
            throw new ProblemException(Status.FORBIDDEN, "the token has no scope '%s'".formatted(scope.text()));
        }
        return caller;
    }

    /// A 401 for who has to say who it is.
    public static ProblemException unauthorized(String detail) {
        return ProblemException.unauthorized(detail, REALM);
    }

    /// A 401 for who has said so by something that is no good (RFC 6750).
    static ProblemException invalid(String reason) {
        return ProblemException.unauthorized(
                "the credential is no good: " + reason,
                "%s, error=\"invalid_token\", error_description=\"%s\"".formatted(REALM, reason));
    }

    /// A 503 while nobody can say who a caller is.
    public static ProblemException unavailable() {
        return ProblemException.unavailable(
                "who you are can't be told now: what it takes to tell is away", RETRY_SECONDS);
    }
}
