package it.extension;

import it.ServerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The WAR as the build has packaged it, with the sample feature in its `WEB-INF/lib`. Nothing else is changed.
public final class SampleWar {

    private SampleWar() {}

    /// The WAR with the feature only.
    public static Path build() {
        SampleJar jar = SampleJar.built();
        return with(List.of(jar.feature()));
    }

    /// The WAR with the feature, and with tick listeners that are blocked or fail.
    static Path withFaultyListeners() {
        SampleJar jar = SampleJar.built();
        return with(List.of(jar.feature(), jar.listeners()));
    }

    /// The WAR with the feature, and with accounts.
    public static Path withAccounts() {
        SampleJar jar = SampleJar.built();
        return with(List.of(jar.feature(), jar.accounts()));
    }

    /// The WAR with an author of long texts in place of its own.
    public static Path withStoryteller() {
        return with(List.of(SampleJar.built().author()));
    }

    private static Path with(List<Path> jars) {
        try {
            Path war = ServerDirectory.temporary("war-").resolve("tickertape.war");
            Files.copy(ServerDirectory.path("war"), war);
            try (FileSystem files = FileSystems.newFileSystem(war)) {
                for (Path jar : jars) {
                    Files.copy(
                            jar, files.getPath("WEB-INF/lib", jar.getFileName().toString()));
                }
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
