package it;

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

/// Programs of others that come by npm from outside, at the versions that a folder of the sources names.
///
/// @param name of the folder
public record NpmFolder(String name) {

    /// Whether tests may install such programs.
    public static boolean allowed() {
        return Boolean.getBoolean("linters.required");
    }

    /// Installs them below `target`.
    public void install() {
        try {
            Path directory = Files.createDirectories(directory());
            try (Stream<Path> files = Files.list(Path.of("src/it").resolve(name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Process npm = program(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"))
                    .start();
            String says = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (npm.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(says);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A run of one of them, or of a program of the system; its errors are part of what it says.
    public ProcessBuilder program(List<String> command) {
        Path installed = directory().resolve("node_modules/.bin").resolve(command.getFirst());
        var whole = new ArrayList<>(command);
        if (Files.isExecutable(installed)) {
            whole.set(0, installed.toAbsolutePath().toString());
        }
        return new ProcessBuilder(whole)
                .directory(directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    }

    private Path directory() {
        return ServerDirectory.path("it.directory").resolveSibling(name);
    }
}
