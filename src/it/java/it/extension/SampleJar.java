package it.extension;

import it.MadeOnce;
import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The jar of the sample feature, built as a stranger builds it: by Maven, from a copy of its folder, with a repository
/// that holds of Tickertape only what its build installs.
///
/// @param target where Maven put the jars
record SampleJar(Path target) {

    private static final Path SOURCES = Path.of("src/it/sample");

    /// Built once for all tests.
    static SampleJar built() {
        Path directory = MadeOnce.of("sample", List.of(SOURCES, ServerDirectory.path("war")), SampleJar::build);
        return new SampleJar(directory.resolve("project/target"));
    }

    private static void build(Path directory) {
        try {
            Path project = directory.resolve("project");
            copy(SOURCES, project);
            Path repository = directory.resolve("repository");
            link(ServerDirectory.path("maven.repository"), repository);
            install(repository.resolve("io/tickertape"));
            run(project, repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path feature() {
        return target.resolve("tickertape-sample.jar");
    }

    /// Tick listeners that are blocked or fail.
    Path listeners() {
        return target.resolve("tickertape-sample-listeners.jar");
    }

    /// Accounts, which clients claim by a header.
    Path accounts() {
        return target.resolve("tickertape-sample-accounts.jar");
    }

    /// An author of long texts.
    Path author() {
        return target.resolve("tickertape-sample-author.jar");
    }

    // A repository of our own, so that what is built here does not get into that of the machine.
    private static void link(Path all, Path repository) throws IOException {
        Path here = Files.createDirectories(repository.resolve("io"));
        linkAll(all, repository, "io");
        linkAll(all.resolve("io"), here, "tickertape");
    }

    private static void linkAll(Path from, Path to, String except) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(one -> !one.endsWith(except)).toList()) {
                Files.createSymbolicLink(to.resolve(file.getFileName()), file.toAbsolutePath());
            }
        }
    }

    private static void install(Path group) throws IOException {
        Path war = ServerDirectory.path("war");
        install(group, "tickertape", Path.of("pom.xml"), ".pom");
        install(group, "tickertape-modules", Path.of("src/pom.xml"), ".pom");
        install(group, "tickertape-wire", Path.of("src/wire/pom.xml"), ".pom");
        install(group, "tickertape-server", Path.of("src/server/pom.xml"), ".pom");
        install(group, "tickertape-server", war.resolveSibling("tickertape-classes.jar"), "-classes.jar");
        Path wire = war.getParent().resolveSibling("tickertape-wire");
        install(group, "tickertape-wire", wire.resolve("tickertape-wire.jar"), ".jar");
    }

    private static void install(Path group, String artifact, Path file, String ending) throws IOException {
        String version = System.getProperty("tickertape.version");
        Path folder = Files.createDirectories(group.resolve(artifact).resolve(version));
        Files.copy(file, folder.resolve("%s-%s%s".formatted(artifact, version, ending)));
    }

    private static void run(Path project, Path repository) throws IOException {
        String maven = ServerDirectory.path("maven.home").resolve("bin/mvn").toString();
        var builder = new ProcessBuilder(
                List.of(maven, "-B", "-ntp", "-o", "-q", "-Dmaven.repo.local=" + repository, "package"));
        builder.directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError("the sample does not build: " + output);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
