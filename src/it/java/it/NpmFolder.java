package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

    private static final Logger LOG = System.getLogger(NpmFolder.class.getName());

    /// Whether tests may install such programs; logs what is skipped if they may not.
    ///
    /// @param tests their name
    public static boolean allowed(String tests) {
        boolean allowed = Boolean.getBoolean("linters.required");
        if (!allowed) {
            // Maven counts skipped tests, but does not show the reason.
            LOG.log(
                    Level.WARNING,
                    "{0}: skipped what others'' programs do; with -Dlinters.required=true npm installs them",
                    tests);
        }
        return allowed;
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
