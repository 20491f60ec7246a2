package tickertape.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Says in the log where the dashboard is.
@WebListener
public class Welcome implements ServletContextListener {

    private static final Logger LOG = System.getLogger(Welcome.class.getName());

    @Inject
    @ConfigProperty(name = "http.port", defaultValue = "9080")
    String port;

    @Inject
    @ConfigProperty(name = "tickertape.version")
    String version;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        LOG.log(
                Level.INFO,
                "Tickertape {0}: the dashboard is at http://localhost:{1}{2}/",
                version,
                port,
                start.getServletContext().getContextPath());
    }
}
