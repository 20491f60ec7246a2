package it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Directories that are made once for all JVMs that run tests, and again when what they are made of has changed.
public final class MadeOnce {

    private MadeOnce() {}

    /// The directory of this name beside the WAR; the first who asks for it makes it, and all others wait.
    ///
    /// @param sources what it is made of: texts, and files and folders by their state
    public static synchronized Path of(String name, List<?> sources, Consumer<Path> maker) {
        Path directory = ServerDirectory.path("war").resolveSibling("%s-%s".formatted(name, key(sources)));
        Path parent = directory.resolveSibling("");
        try (var file = FileChannel.open(
                        directory.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            if (lock.isValid() && !Files.exists(directory)) {
                removeOlder(parent, name + "-");
                Path unfinished = Files.createTempDirectory(parent, name + "-");
                maker.accept(unfinished);
                Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    /// Removes what earlier builds have made.
    private static void removeOlder(Path parent, String prefix) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.filter(
                            one -> one.getFileName().toString().startsWith(prefix))
                    .toList()) {
                ServerDirectory.remove(folder);
            }
        }
    }

    private static String key(List<?> sources) {
        var text = new StringBuilder();
        for (Object source : sources) {
            text.append(source);
            if (source instanceof Path path) {
                text.append(state(path));
            }
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<String> state(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> "%s %s".formatted(file, file.toFile().lastModified()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
