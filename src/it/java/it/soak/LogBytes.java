package it.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The bytes of all log files of a server, which no client may have written into.
public record LogBytes(List<Path> files) {

    /// Finds the log files.
    ///
    /// @param directory the server's directory, with its console output and `logs`
    public static LogBytes in(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            // Without ffdc, because those dumps of Liberty's own faults contain its objects. Without trace.log, because
            // Liberty writes there what server.xml hides.
            return new LogBytes(all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/ffdc/"))
                    .filter(file -> !file.endsWith("trace.log"))
                    .filter(file -> file.toString().contains("/logs/")
                            || file.toString().endsWith(".log"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines that contain control characters, and those that a client began.
    public List<String> tainted() {
        var tainted = new ArrayList<String>();
        for (Path file : files) {
            // ISO 8859-1 keeps every byte as one character.
            for (String line : text(file).split("\n", -1)) {
                if (line.startsWith(Fuzz.MARK) || line.chars().anyMatch(LogBytes::control)) {
                    tainted.add(file.getFileName() + ": " + Fuzz.readable(line));
                }
            }
        }
        return tainted;
    }

    private static boolean control(int one) {
        return (one < 0x20 && one != '\t') || one == 0x7F;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
