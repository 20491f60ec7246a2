package browser;

import it.LibertyServer;
import it.SharedServers;
import java.util.Map;

/// The real server of all tests that need no settings of their own: more instruments than a screen has rows.
final class OrdinaryServer {

    static final int INSTRUMENTS = 100;

    private static final Map<String, String> SETTINGS =
            Map.of("SIMULATOR_INSTRUMENTS", Integer.toString(INSTRUMENTS), "SIMULATOR_SEED", "7");

    private OrdinaryServer() {}

    static LibertyServer get() {
        return SharedServers.with(SETTINGS);
    }
}
