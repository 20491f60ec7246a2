package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a server that was started and stopped leaves to the servers of all tests, which start with a third less work:
/// the state of Liberty's bundles, the classes that it has loaded, parsed, and a certificate.
///
/// Only the many short runs start so, those with options of a JVM that has no time to optimize (`it.server.jvm`).
final class WarmStart {

    private static final String OPTIONS = System.getProperty("it.server.jvm", "");

    /// The JVM would log that this is for tests only.
    private static final String ARCHIVE =
            "-Xlog:disable -XX:+UnlockDiagnosticVMOptions -XX:+AllowArchivingWithJavaAgent -XX:%s=%s";

    /// What bundles keep of a server's configuration and application, with their paths; and marks of a running server.
    private static final Predicate<String> OWN = Pattern.compile(
                    "/data/cache/|/configs\\.data$|/variableCacheData$|/\\.s[A-Z]")
            .asPredicate();

    private WarmStart() {}

    /// Prepares the directory and the environment of a server that is about to start.
    static void prepare(ServerDirectory directory, Path configuration, Map<String, String> environment) {
        if (OPTIONS.isEmpty() || !configuration.equals(ServerDirectory.path("server.config"))) {
            return;
        }
        Path warm = MadeOnce.of(
                "warm",
                List.of(OPTIONS, ServerDirectory.path("wlp.home").resolve("lib/versions"), configuration),
                WarmStart::make);
        try {
            copy(warm.resolve("workarea"), directory.workArea());
            if (!environment.containsKey("keystore_password")) {
                environment.put("keystore_password", Files.readString(warm.resolve("password")));
                Files.createDirectories(directory.keyStore().getParent());
                Files.copy(warm.resolve("key.p12"), directory.keyStore());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.merge(
                "JVM_ARGS", ARCHIVE.formatted("SharedArchiveFile", warm.resolve("classes.jsa")), WarmStart::both);
    }

    private static String both(String some, String more) {
        return some + " " + more;
    }

    private static void make(Path warm) {
        String password = UUID.randomUUID().toString();
        try (var server = LibertyServer.startCold(Map.of(
                "keystore_password",
                password,
                "JVM_ARGS",
                ARCHIVE.formatted("ArchiveClassesAtExit", warm.resolve("classes.jsa"))))) {
            for (String path : List.of("", "api/quotes", "api/about", "openapi", "metrics", "health")) {
                Http.get(server.uri(path));
            }
            server.stop();
            var directory = new ServerDirectory(server.directory());
            copy(directory.workArea(), warm.resolve("workarea"));
            Files.copy(directory.keyStore(), warm.resolve("key.p12"));
            Files.writeString(warm.resolve("password"), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !OWN.test(file.toString()))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
