package it.alerts;

import it.LibertyServer;
import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A server whose webhooks may go to 127.0.0.1, are tried for nine seconds only, and know names of the test.
final class WebhookServer {

    private WebhookServer() {}

    static LibertyServer start() {
        var settings = new TreeMap<>(AlertsOnServer.settings(Map.of(
                "ALERTS_WEBHOOKS_ALLOW", "127.0.0.1",
                "ALERTS_WEBHOOKS_TIMEOUT", "PT2S",
                "ALERTS_WEBHOOKS_RETRY_FOR", "PT9S",
                "JVM_ARGS", "-Djdk.net.hosts.file=" + hosts())));
        settings.put("ALERTS_PER_USER", "20");
        return LibertyServer.start(settings);
    }

    private static Path hosts() {
        try {
            return Files.writeString(ServerDirectory.temporary("hosts-").resolve("hosts"), """
                    127.0.0.1 localhost
                    127.0.0.1 %s
                    127.0.0.2 private.example
                    127.0.0.1 mixed.example
                    10.0.0.1 mixed.example
                    """.formatted(
                            InetAddress.getLocalHost().getHostName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
