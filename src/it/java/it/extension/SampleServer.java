package it.extension;

import it.Issuer;
import it.LibertyServer;
import it.SharedServers;
import java.nio.file.Path;
import java.util.Map;

/// A server with the sample feature and accounts, which trusts an issuer of tokens. The tests that need no more share
/// it.
public final class SampleServer {

    static final int WRITES_PER_MINUTE = 180;

    private static final Path WAR = SampleWar.withAccounts();
    private static final Issuer ISSUER = Issuer.start();

    private static final Map<String, String> SETTINGS = Map.of(
            "FEED_SOURCE",
            "sample",
            "IDENTITY_AUDIT_LOG",
            "true",
            "REST_WRITES_PER_MINUTE",
            Integer.toString(WRITES_PER_MINUTE),
            "IDENTITY_JWT_ISSUER",
            ISSUER.id(),
            "IDENTITY_JWT_AUDIENCE",
            Issuer.AUDIENCE);

    private SampleServer() {}

    public static LibertyServer shared() {
        return SharedServers.with(WAR, SETTINGS);
    }

    /// Whose tokens it takes.
    public static Issuer issuer() {
        return ISSUER;
    }
}
