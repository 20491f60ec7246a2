package it.contract;

import it.NpmFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A program of others that reads a description of an API and says what is wrong with it.
enum Linter {
    SPECTRAL("openapi", "spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint"),
    REDOCLY("openapi", "redocly", "lint", "--extends", "recommended", "--max-problems", "1000"),
    ASYNCAPI_PARSER("api/contract/asyncapi.yaml", "node", "asyncapi.mjs");

    private static final NpmFolder FOLDER = new NpmFolder("linters");

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

    /// Installs all linters.
    static void install() {
        FOLDER.install();
    }

    private static Verdict run(List<String> command) {
        ProcessBuilder builder = FOLDER.program(command);
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
