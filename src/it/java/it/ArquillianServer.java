package it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;

/// The server that Arquillian starts. Several JVMs run tests at the same time, and each has its own server.
///
/// `arquillian.xml` reads its settings from system properties.
public final class ArquillianServer implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Layout.class);
    }

    /// Creates the server's directory before Arquillian reads its configuration.
    public static final class Layout {

        void lay(@Observes(precedence = 1) ManagerStarted event) throws IOException {
            FreePorts ports = FreePorts.find();
            // The container looks for running servers by name, among all on the machine, so the name must be unique.
            String name = "arquillian-" + ports.http();
            Path parent = Files.createDirectories(ServerDirectory.path("it.directory"));
            Path users = Files.createTempDirectory(parent, "arquillian-");
            write(users.resolve("servers").resolve(name), ports);
            System.setProperty("arquillian.users", users.toString());
            System.setProperty("arquillian.server", name);
            System.setProperty("arquillian.http.port", Integer.toString(ports.http()));
        }

        private static void write(Path server, FreePorts ports) throws IOException {
            ServerDirectory.copyConfiguration(ServerDirectory.path("server.config"), server);
            ServerDirectory.copy(ServerDirectory.path("arquillian.config"), server);
            append(server.resolve("jvm.options"), "# As all servers of tests.", options());
            append(server.resolve("bootstrap.properties"), "http.port=" + ports.http(), "https.port=" + ports.https());
            append(
                    server.resolve("server.env"),
                    // The JDK that Maven runs on.
                    "JAVA_HOME=" + System.getProperty("java.home"),
                    // The password of a key store that is used by this server only.
                    "keystore_password=" + UUID.randomUUID());
        }

        private static String options() {
            return System.getProperty("it.server.jvm", "").replace(" ", "\n");
        }

        private static void append(Path file, String... lines) throws IOException {
            Files.write(file, List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
