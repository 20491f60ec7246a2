package it.history;

import java.util.Map;

/// The history in the server's own file.
class HistoryIT extends HistoryOnServer {

    @Override
    Map<String, String> database() {
        return Map.of();
    }
}
