package tickertape.identity.oidc;

import java.net.URI;
import java.util.Optional;

/// This server as a provider knows it (`client` in OAuth 2.0).
///
/// @param id its `client_id`
/// @param label what people call the provider
/// @param scope what the provider is asked for
/// @param address by which browsers know this server, with a slash at the end; empty if requests say it
record OidcClient(
        String issuer, String id, Optional<String> secret, String label, String scope, Optional<URI> address) {

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "%s at %s".formatted(id, issuer);
    }
}
