package tickertape.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.monitoring.SettingsSummary;

/// Logs one line at the start: where the dashboard is, and the settings, which have been checked by then.
@WebListener
public class StartupLog implements ServletContextListener {

    private static final Logger LOG = System.getLogger(StartupLog.class.getName());

    @Inject
    @ConfigProperty(name = "http.port", defaultValue = "9080")
    String port;

    @Inject
    @ConfigProperty(name = "tickertape.version")
    String version;

    @Inject
    @Any
    Instance<SettingsSummary> summaries;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        LOG.log(
                Level.INFO,
                "Tickertape {0}: the dashboard is at http://localhost:{1}{2}/ ({3})",
                version,
                port,
                start.getServletContext().getContextPath(),
                summaries.stream().map(SettingsSummary::toString).sorted().collect(Collectors.joining("; ")));
    }
}
