package it.identity;

import it.LibertyServer;
import it.ServerDirectory;
import it.guard.Trusting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A company's provider of identities: Liberty's own, on a server of its own, with the people ann, bob and cara.
final class Provider implements AutoCloseable {

    /// What the server under test is to call it.
    static final String LABEL = "Acme";

    static final String CLIENT = "tickertape";

    private static final String DOCUMENT = "oidc/endpoint/acme/.well-known/openid-configuration";

    private final String secret = UUID.randomUUID().toString();
    private final String password = UUID.randomUUID().toString();
    private final LibertyServer server = LibertyServer.start(
            ServerDirectory.path("war"),
            Path.of("src/it/provider"),
            DOCUMENT,
            // It writes times in the digits of its locale.
            Map.of(
                    "CLIENT_SECRET",
                    secret,
                    "keystore_password",
                    password,
                    "JVM_ARGS",
                    "-Duser.language=en -Duser.country=US"));

    String issuer() {
        return server.uri("oidc/endpoint/acme").toString();
    }

    String secret() {
        return secret;
    }

    /// What a browser goes through there.
    ProviderPages pages() {
        return new ProviderPages(
                Set.of(server.uri().getPort(), server.secureUri("").getPort()), "j_username", "j_password");
    }

    /// A browser that trusts the certificate of its pages.
    Wanderer browser() {
        try {
            return new Wanderer(Trusting.context(server, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// From now on, nobody answers there.
    void goAway() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
