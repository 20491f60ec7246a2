package it.identity;

import it.LibertyServer;
import it.ServerDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/// A company's provider of identities: Liberty's own, on a server of its own, with the people ann, bob and cara.
final class Provider implements AutoCloseable {

    /// What the server under test is to call it.
    static final String LABEL = "Acme";

    static final String CLIENT = "tickertape";

    private static final String DOCUMENT = "oidc/endpoint/acme/.well-known/openid-configuration";

    private final String secret = UUID.randomUUID().toString();
    private final LibertyServer server = LibertyServer.start(
            ServerDirectory.path("war"),
            Path.of("src/it/provider"),
            DOCUMENT,
            // It writes times in the digits of its locale.
            Map.of("CLIENT_SECRET", secret, "JVM_ARGS", "-Duser.language=en -Duser.country=US"));

    String issuer() {
        return server.uri("oidc/endpoint/acme").toString();
    }

    String secret() {
        return secret;
    }

    /// What a browser goes through there.
    ProviderPages pages() {
        return new ProviderPages(server.uri().getPort(), "j_username", "j_password");
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
