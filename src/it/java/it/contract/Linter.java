package it.contract;

import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A program of others that reads a description of an API and says what is wrong with it.
enum Linter {
    SPECTRAL("openapi", "spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint"),
    REDOCLY("openapi", "redocly", "lint", "--extends", "recommended", "--max-problems", "1000"),
    ASYNCAPI_PARSER("api/contract/asyncapi.yaml", "node", "asyncapi.mjs");

    private static final Path SOURCES = Path.of("src/it/linters");

    private final String document;

    @SuppressWarnings("ImmutableEnumChecker") // The list is immutable.
    private final List<String> command;

    Linter(String document, String... command) {
        this.document = document;
        this.command = List.of(command);
    }

    /// Where a server has what it reads.
    String document() {
        return document;
    }

    /// What it says.
    ///
    /// @param passed whether nothing is wrong
    record Verdict(boolean passed, String says) {}

    /// Reads the document at an address.
    Verdict read(String address) {
        return run(Stream.concat(command.stream(), Stream.of(address)).toList());
    }

    /// Installs all linters below `target`, at the versions that their sources name.
    static void install() {
        try {
            Path directory = Files.createDirectories(directory());
            try (Stream<Path> files = Files.list(SOURCES)) {
                for (Path file : files.toList()) {
                    Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Verdict installed = run(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
        if (!installed.passed()) {
            throw new IllegalStateException(installed.says());
        }
    }

    private static Path directory() {
        return ServerDirectory.path("it.directory").resolveSibling("linters");
    }

    private static Verdict run(List<String> command) {
        Path installed = directory().resolve("node_modules/.bin").resolve(command.getFirst());
        var whole = new ArrayList<>(command);
        if (Files.isExecutable(installed)) {
            whole.set(0, installed.toAbsolutePath().toString());
        }
        var builder = new ProcessBuilder(whole)
                .directory(directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        builder.environment().put("NO_COLOR", "1");
        try {
            Process process = builder.start();
            String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.onExit().join().exitValue() == 0, says);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
