package tickertape.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// What a provider sends somebody back with.
record ProviderAnswer(String state, Optional<String> code, Optional<String> error, Optional<String> issuer) {

    static ProviderAnswer of(HttpServletRequest request) {
        return new ProviderAnswer(
                parameter(request, "state").orElse(""),
                parameter(request, "code"),
                parameter(request, "error"),
                parameter(request, "iss"));
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
