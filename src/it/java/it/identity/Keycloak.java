package it.identity;

import static org.awaitility.Awaitility.await;

import it.FreePorts;
import it.Http;
import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Keycloak in a process of its own, as the build has unpacked it, with a realm for tests.
final class Keycloak implements AutoCloseable {

    private static final Path REALM = Path.of("src/it/provider/desk-realm.json");

    private final int port = FreePorts.find().http();
    private final Process process;

    Keycloak() {
        try (var found = Files.newDirectoryStream(ServerDirectory.path("keycloak"), "keycloak-*")) {
            Path home = found.iterator().next();
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(realms.resolve("desk-realm.json"), Files.readString(REALM));
            var builder = new ProcessBuilder(
                    "bash",
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--db=dev-mem",
                    "--import-realm",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Path log = ServerDirectory.temporary("keycloak-").resolve("console.log");
            process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("Keycloak").until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak does not start");
            }
            return Http.answers(200, URI.create(issuer() + "/.well-known/openid-configuration"));
        });
    }

    String issuer() {
        return "http://127.0.0.1:%s/realms/desk".formatted(port);
    }

    ProviderPages pages() {
        return new ProviderPages(Set.of(port), "username", "password");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
