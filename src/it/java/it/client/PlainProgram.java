package it.client;

import it.ServerDirectory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A program that reads a stream, in a process of its own: one in Java has only what such a program needs.
record PlainProgram(Process process, BlockingQueue<String> lines) implements AutoCloseable {

    private static final String END = "(the end)";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// Compiles a program for Java 17 against nothing but the client and the wire.
    static Path compile(Path source, Path directory) {
        String jars = ServerDirectory.path("client") + File.pathSeparator + ServerDirectory.path("wire");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-cp", jars, "-d", directory.toString(), source.toString());
        if (result != 0) {
            throw new AssertionError("%s does not compile".formatted(source));
        }
        return directory;
    }

    /// @param on `resteasy` or `jersey`
    static PlainProgram start(Path java, String on, Path classes, String name, String... arguments) {
        try {
            String implementation = Files.readString(ServerDirectory.path("client.on." + on));
            String path = String.join(
                    File.pathSeparator,
                    classes.toString(),
                    ServerDirectory.path("client").toString(),
                    implementation.strip());
            var builder = new ProcessBuilder(java.toString(), "-cp", path, name);
            builder.command().addAll(List.of(arguments));
            return start(builder.redirectErrorStream(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlainProgram start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var program = new PlainProgram(process, new LinkedBlockingQueue<>());
            Thread.ofVirtual().start(program::listen);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This Java, and Java 17 if the machine has it.
    static List<Path> javas() {
        Path here = Path.of(System.getProperty("java.home"));
        return Stream.concat(Stream.of(here), java17().stream())
                .map(home -> home.resolve("bin/java"))
                .toList();
    }

    private static Optional<Path> java17() {
        Path all = Path.of("/usr/lib/jvm");
        try (Stream<Path> homes = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return homes.filter(PlainProgram::is17).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean is17(Path home) {
        try {
            Path release = home.resolve("release");
            return Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"17");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (var reader = process.inputReader()) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException ended) {
            // `close` has ended the program.
        } finally {
            lines.add(END);
        }
    }

    /// The next line that passes this test; fails if none comes, or the program ends.
    String next(Predicate<String> kind) {
        var before = new StringBuilder();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String line = poll(end - System.nanoTime(), before);
            if (kind.test(line)) {
                return line;
            }
            before.append(line).append('\n');
            if (line.equals(END)) {
                throw new AssertionError("the program printed only:\n" + before);
            }
        }
    }

    /// All lines that still come until the program ends.
    List<String> rest() {
        return Stream.generate(() -> next(line -> true))
                .takeWhile(line -> !line.equals(END))
                .toList();
    }

    private String poll(long nanos, CharSequence before) {
        try {
            String line = lines.poll(nanos, TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("in %s the program printed only:\n%s".formatted(PATIENCE, before));
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
