package tickertape.web.start;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.monitoring.SettingsSummary;

/// Logs one line at the start: the settings, and where the dashboard is, once a request to that address has come here.
/// Otherwise it says why none comes, such as another server on the same port.
@WebListener
public class StartupLog implements ServletContextListener, ServletRequestListener {

    private static final Logger LOG = System.getLogger(StartupLog.class.getName());

    /// Half a minute: the server opens its ports when all its applications have started.
    private static final int TRIES = 40;

    /// On a busy machine, the first request takes a while.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @ConfigProperty(name = "http.port", defaultValue = "9080")
    String port;

    @Inject
    @ConfigProperty(name = "tickertape.version")
    String version;

    @Inject
    @Any
    Instance<SettingsSummary> summaries;

    @Inject
    @Any
    Instance<StartupRequest> requests;

    private final String nonce = UUID.randomUUID().toString();
    private volatile boolean reached;
    private volatile boolean used;
    private volatile boolean stopped;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        String path = start.getServletContext().getContextPath() + "/";
        String settings =
                summaries.stream().map(SettingsSummary::toString).sorted().collect(Collectors.joining("; "));
        List<StartupRequest> first = requests.stream().toList();
        var http = new HttpPort(Integer.parseInt(port));
        new Poll(
                        TRIES,
                        () -> {
                            http.head(path + "?" + nonce);
                            return reached || stopped;
                        },
                        open -> {
                            if (open) {
                                first.forEach(one -> http.send(one.method(), path + one.target(), PATIENCE));
                            }
                            // Its own requests may have found no free connection, because clients hold all of them.
                            log(open || used, http, path, settings);
                        })
                .start();
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (!reached && event.getServletRequest() instanceof HttpServletRequest request) {
            if (nonce.equals(request.getQueryString())) {
                reached = true;
            } else if (Integer.toString(request.getLocalPort()).equals(port)) {
                used = true;
            }
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        stopped = true;
    }

    private void log(boolean open, HttpPort http, String path, String settings) {
        if (open && !stopped) {
            LOG.log(
                    Level.INFO,
                    "Tickertape {0}: the dashboard is at http://localhost:{1}{2} ({3})",
                    version,
                    port,
                    path,
                    settings);
        } else if (!stopped) {
            LOG.log(
                    Level.ERROR,
                    "Tickertape {0} runs, but nobody reaches it by HTTP: {1} ({2})",
                    version,
                    http.fault(),
                    settings);
        }
    }
}
