package tickertape.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/// Migrations of made-up features in a folder of a test.
record MigrationFiles(Path root) {

    /// Writes the migrations of a feature, in the order of their versions.
    MigrationFiles with(String feature, String... statements) {
        for (int i = 0; i < statements.length; i++) {
            write(feature, "common", "V%s__step.sql".formatted(i + 1), statements[i]);
        }
        write(feature, "common", "flyway.location", "");
        return this;
    }

    MigrationFiles write(String feature, String folder, String name, String text) {
        try {
            Path file = folder(feature).resolve(folder).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MigrationFiles without(String feature, String name) {
        try {
            Files.delete(folder(feature).resolve("common").resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Finds the files as the application finds its own.
    ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {root.toUri().toURL()}, MigrationFiles.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String feature) {
        return root.resolve("tickertape").resolve(feature).resolve("migrations");
    }
}
