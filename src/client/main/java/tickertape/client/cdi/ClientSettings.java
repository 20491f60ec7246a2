package tickertape.client.cdi;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/// The client's settings, from MicroProfile Config or, where that is missing, from system properties and the
/// environment.
final class ClientSettings {

    private ClientSettings() {}

    /// @param key such as `tickertape.client.url`, which is `TICKERTAPE_CLIENT_URL` in the environment
    static Optional<String> value(String key) {
        try {
            return MicroProfile.value(key);
        } catch (NoClassDefFoundError | IllegalStateException noMicroProfile) {
            String property = System.getProperty(
                    key, System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_')));
            return Optional.ofNullable(property).filter(text -> !text.isBlank());
        }
    }

    /// In a class of its own, so that the API it needs may be missing.
    private static final class MicroProfile {

        static Optional<String> value(String key) {
            return ConfigProvider.getConfig().getOptionalValue(key, String.class);
        }
    }
}
