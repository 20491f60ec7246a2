package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a server that was started and stopped leaves to the servers of all tests, which start with a third less
/// work: the state of Liberty's bundles, the classes that it has loaded, parsed, and a certificate.
///
/// Only the many short runs start so, those with options of a JVM that has no time to optimize (`it.server.jvm`).
///
/// @param state the folder with all of that
record WarmStart(Path state) {

    private static final String OPTIONS = System.getProperty("it.server.jvm", "");

    // Liberty has an agent, so the JVM takes an archive only for tests, and would log that.
    private static final String ARCHIVE =
            "-XX:+UnlockDiagnosticVMOptions -XX:+AllowArchivingWithJavaAgent -XX:%s=%s" + " -Xlog:cds*=off,aot*=off";

    /// What bundles keep of a server's configuration and application, and marks of a running server.
    ///
    /// The stamp belongs to the configuration: a server with older files would take them as known, and have none.
    private static final Predicate<String> OWN = Pattern.compile(
                    "/data/(cache|anno)/|/config(s\\.data|Stamp)$|/variableCacheData$|/\\.s[A-Z]")
            .asPredicate();

    /// The state for servers with this configuration, made by whoever asks for it first.
    static Optional<WarmStart> of(Path configuration) {
        if (OPTIONS.isEmpty() || !configuration.equals(ServerDirectory.path("server.config"))) {
            return Optional.empty();
        }
        Path liberty = ServerDirectory.path("wlp.home").resolve("lib/versions");
        return Optional.of(new WarmStart(MadeOnce.of(
                "warm", List.of(OPTIONS, liberty, configuration, ServerDirectory.path("war")), WarmStart::make)));
    }

    /// Prepares the directory and the environment of a server that is about to start.
    void give(ServerDirectory directory, Map<String, String> environment) {
        try {
            copy(state.resolve("workarea"), directory.workArea());
            if (!environment.containsKey("keystore_password")) {
                environment.put("keystore_password", Files.readString(state.resolve("password")));
                Files.createDirectories(directory.keyStore().getParent());
                Files.copy(state.resolve("key.p12"), directory.keyStore());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.merge(
                "JVM_ARGS",
                ARCHIVE.formatted("SharedArchiveFile", state.resolve("classes.jsa")),
                (some, more) -> some + " " + more);
    }

    private static void make(Path state) {
        String password = UUID.randomUUID().toString();
        try (var server = LibertyServer.startCold(Map.of(
                "keystore_password",
                password,
                "JVM_ARGS",
                ARCHIVE.formatted("ArchiveClassesAtExit", state.resolve("classes.jsa"))))) {
            for (String path : List.of("", "api/quotes", "api/about", "openapi", "metrics", "health")) {
                Http.get(server.uri(path));
            }
            server.stop();
            var directory = new ServerDirectory(server.directory());
            copy(directory.workArea(), state.resolve("workarea"));
            Files.copy(directory.keyStore(), state.resolve("key.p12"));
            Files.writeString(state.resolve("password"), password);
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
