package it.chat;

import it.LibertyServer;
import it.SharedServers;
import java.util.Map;

/// The chat of a server with a file of its own.
class ChatIT extends ChatOnServer {

    @Override
    LibertyServer server() {
        return SharedServers.with(settings(Map.of()));
    }
}
