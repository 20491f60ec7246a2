package tickertape.client.cdi;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/// Where settings are looked up: in MicroProfile Config, and where that is not there, in the system's properties and
/// the environment.
final class ClientSettings {

    private ClientSettings() {}

    /// @param key such as `tickertape.client.url`, in the environment `TICKERTAPE_CLIENT_URL`
    static Optional<String> value(String key) {
        try {
            return Configured.value(key);
        } catch (NoClassDefFoundError | IllegalStateException noMicroProfile) {
            String property = System.getProperty(
                    key, System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_')));
            return Optional.ofNullable(property).filter(text -> !text.isBlank());
        }
    }

    /// Apart, so that its class need not be there.
    private static final class Configured {

        static Optional<String> value(String key) {
            return ConfigProvider.getConfig().getOptionalValue(key, String.class);
        }
    }
}
