package tickertape.identity.jwt;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where the keys of an issuer are: as configured, or as its discovery document says.
///
/// One thread at a time uses it.
final class KeyLocation {

    private final TrustedIssuer issuer;
    private final DocumentFetcher fetcher;
    private @Nullable URI found;

    KeyLocation(TrustedIssuer issuer, DocumentFetcher fetcher) {
        this.issuer = issuer;
        this.fetcher = fetcher;
    }

    URI find() throws IOException {
        if (issuer.keys().isPresent()) {
            return issuer.keys().get();
        }
        URI known = found;
        if (known == null) {
            known = discovered();
            found = known;
        }
        return known;
    }

    /// It was of no use: next time, the issuer is asked again.
    void forget() {
        found = null;
    }

    private URI discovered() throws IOException {
        Object address = IssuerDocument.fetch(issuer.id(), fetcher).get("jwks_uri");
        try {
            return IssuerDocument.checked("jwks_uri", String.valueOf(address));
        } catch (IllegalArgumentException nonsense) {
            throw new IOException("%s: %s".formatted(issuer.id(), nonsense.getMessage()), nonsense);
        }
    }
}
