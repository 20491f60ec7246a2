package it.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All that a server has written about what happened, byte by byte: no client may have a hand in it.
public record LogBytes(List<Path> files) {

    /// Finds all of it.
    ///
    /// @param directory the server's, with its console and its `logs`
    public static LogBytes in(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            // Not ffdc: those dumps of Liberty's own faults hold its objects as they are. Not trace.log: there Liberty
            // puts what server.xml hides.
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

    /// The lines with control characters in them, and those that a client began.
    public List<String> tainted() {
        var tainted = new ArrayList<String>();
        for (Path file : files) {
            // One byte, one character: nothing is decoded away.
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
