package tickertape.web.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What settings say of brokers of Kafka.
public final class Brokers {

    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}|\\[[0-9A-Fa-f:.]+]:[0-9]{1,5}");

    private Brokers() {}

    /// The addresses themselves; throws `IllegalArgumentException` that names the setting.
    public static List<String> check(String setting, List<String> servers) {
        for (String server : servers) {
            if (!SERVER.matcher(server).matches()) {
                throw new IllegalArgumentException("%s '%s' is not host:port".formatted(setting, server));
            }
        }
        return List.copyOf(servers);
    }

    /// Further properties of the clients; throws `IllegalArgumentException` that names the setting.
    public static Map<String, Object> properties(String setting, String file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "%s '%s' can't be read: %s".formatted(setting, file, unreadable), unreadable);
        }
        Map<String, Object> read = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
        return read;
    }
}
