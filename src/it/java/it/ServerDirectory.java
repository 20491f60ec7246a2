package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A new directory with one server's configuration, application and logs. If a test fails, it is kept, so that one can
/// look into it.
///
/// @param users what Liberty calls the user directory
public record ServerDirectory(Path users) {

    static final String SERVER = "tickertape";

    /// Creates the directory of a server for an application.
    static ServerDirectory lay(Path war, Path configuration) {
        try {
            Path parent = Files.createDirectories(path("it.directory"));
            var directory = new ServerDirectory(Files.createTempDirectory(parent, "server-"));
            copyConfiguration(configuration, directory.server());
            Files.createDirectories(directory.apps());
            Files.copy(war, directory.war());
            Files.createFile(directory.console());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path console() {
        return users.resolve("console.log");
    }

    String log() {
        try {
            return Files.readString(console());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the server keeps from one start to the next.
    Path workArea() {
        return server().resolve("workarea");
    }

    Path keyStore() {
        return server().resolve("resources/security/key.p12");
    }

    /// Takes the application out of the configuration. Its file stays, because classes are read from it until the end.
    void undeploy() {
        move(application(), aside());
        write(application(), "<server/>");
    }

    void deploy() {
        move(aside(), application());
    }

    private Path server() {
        return users.resolve("servers").resolve(SERVER);
    }

    private Path apps() {
        return server().resolve("apps");
    }

    private Path war() {
        return apps().resolve(SERVER + ".war");
    }

    private Path application() {
        return server().resolve("application.xml");
    }

    private Path aside() {
        return users.resolve("application.xml");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies the configuration of a server, and beside it the database drivers that the build has collected.
    static void copyConfiguration(Path from, Path server) throws IOException {
        copy(from, server);
        copy(path("war").resolveSibling("drivers"), server.resolve("drivers"));
    }

    /// Copies a folder over another one, and replaces existing files.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// Deletes a folder with all that is in it.
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new directory beside those of the servers.
    public static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(path("it.directory")), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that the build names by a system property.
    public static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "the system property '%s' is not set: run these tests by Maven".formatted(property));
        }
        return Path.of(value);
    }
}
