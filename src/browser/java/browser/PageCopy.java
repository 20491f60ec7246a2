package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A copy of the page's source that a test changes.
record PageCopy(Path folder) {

    /// @param leftOut a folder of the page that is not copied; empty for none
    static PageCopy in(Path folder, String leftOut) throws IOException {
        Path page = ScriptedServer.PAGE;
        try (Stream<Path> files = Files.walk(page)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (leftOut.isEmpty() || !file.startsWith(page.resolve(leftOut))) {
                    Path copy = folder.resolve(page.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return new PageCopy(folder);
    }

    /// Replaces a text that is in the file exactly once.
    void replace(String file, String text, String replacement) throws IOException {
        Path path = folder.resolve(file);
        assertThat(path).content().containsOnlyOnce(text);
        Files.writeString(path, Files.readString(path).replace(text, replacement));
    }
}
