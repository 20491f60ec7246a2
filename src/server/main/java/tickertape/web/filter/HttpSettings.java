package tickertape.web.filter;

import jakarta.enterprise.context.Dependent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Settings of the addresses under which this server is known: `http.…`.
@Dependent
@ConfigProperties(prefix = "http")
@SuppressWarnings("NullAway.Init")
public class HttpSettings {

    /// The hosts that requests may name, without ports, such as `desk.example,127.0.0.1`; others are answered with 421.
    /// By default any. `/health`, which probes ask by an address, answers under each.
    public Optional<List<String>> hosts;

    /// The hosts in lower case, checked; empty for any.
    public Set<String> checked() {
        Set<String> listed = new HashSet<>();
        for (String host : hosts.orElse(List.of())) {
            RequestedHost checked = RequestedHost.of("http://" + host, "")
                    .filter(known -> known.name().equals(host.toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "http.hosts lists hosts such as desk.example or [::1], without ports, not '%s'"
                                    .formatted(host)));
            listed.add(checked.name());
        }
        return listed;
    }

    /// For the log of the start.
    String inWords() {
        return hosts.map(listed -> String.join(" ", listed)).orElse("any");
    }
}
