package it;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The gauge among the server's measures that tells how many streams are open.
public final class Gauge {

    private static final Pattern SUBSCRIBERS = Pattern.compile("^subscribers\\{[^}]*} (\\S+)$", Pattern.MULTILINE);

    private Gauge() {}

    /// How many streams the server says are open.
    ///
    /// @param server any address of the server: its measures lie at its root
    public static int subscribers(URI server) {
        String metrics = Http.get(server.resolve("/metrics?scope=application")).body();
        Matcher line = SUBSCRIBERS.matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("no gauge 'subscribers' in: " + metrics);
        }
        return (int) Double.parseDouble(line.group(1));
    }
}
