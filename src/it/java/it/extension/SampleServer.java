package it.extension;

import it.LibertyServer;
import java.util.Map;

/// A server with the sample feature and accounts, shared by the tests that need no more; it ends with their JVM.
public final class SampleServer {

    static final int WRITES_PER_MINUTE = 60;

    private static final LibertyServer SHARED = LibertyServer.start(
            SampleWar.withAccounts(),
            Map.of("FEED_SOURCE", "sample", "REST_WRITES_PER_MINUTE", Integer.toString(WRITES_PER_MINUTE)));

    private SampleServer() {}

    public static LibertyServer shared() {
        return SHARED;
    }
}
