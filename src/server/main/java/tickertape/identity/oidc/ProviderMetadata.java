package tickertape.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tickertape.identity.jwt.IssuerDocument;

/// Where a provider takes requests, and how, as it says itself (OpenID Connect Discovery 1.0).
///
/// @param endSession where somebody signs out there; empty if nowhere
/// @param basic whether it takes the secret as `client_secret_basic`; otherwise in the form
/// @param saysIssuer whether it says who it is when it sends somebody back (RFC 9207)
record ProviderMetadata(URI authorization, URI token, Optional<URI> endSession, boolean basic, boolean saysIssuer) {

    static ProviderMetadata of(Map<String, Object> document) throws IOException {
        return new ProviderMetadata(
                uri(document, "authorization_endpoint"),
                uri(document, "token_endpoint"),
                document.containsKey("end_session_endpoint")
                        ? Optional.of(uri(document, "end_session_endpoint"))
                        : Optional.empty(),
                !(document.get("token_endpoint_auth_methods_supported") instanceof List<?> methods)
                        || methods.contains("client_secret_basic"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private static URI uri(Map<String, Object> document, String name) throws IOException {
        try {
            return IssuerDocument.checked(name, String.valueOf(document.get(name)));
        } catch (IllegalArgumentException nonsense) {
            throw new IOException(nonsense.getMessage(), nonsense);
        }
    }
}
