package it.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A file of `src/docs/deploy`, with parts replaced that cannot hold on the machine of a test.
record ConfigurationFile(Path file, String text) {

    static ConfigurationFile of(String name) {
        Path file = Path.of("src/docs/deploy", name);
        try {
            return new ConfigurationFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with a part replaced that must occur exactly once.
    ConfigurationFile with(String part, String other) {
        if (text.split(Pattern.quote(part), -1).length != 2) {
            throw new IllegalStateException("%s does not say '%s' exactly once".formatted(file, part));
        }
        return new ConfigurationFile(file, text.replace(part, other));
    }
}
