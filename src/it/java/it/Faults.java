package it;

import java.util.List;
import java.util.regex.Pattern;

/// The lines of a server's log that report a problem.
public final class Faults {

    // Liberty's levels: fatal, error, warning.
    private static final Pattern LEVEL = Pattern.compile("\\[[^]]+] [0-9a-f]{8} \\S+ +[FEW] .*");

    /// Listeners of ticks may be late on a busy machine, and the server says so.
    private static final Pattern BUSY =
            Pattern.compile("[1-9]\\d* ticks missed because \\d+ were waiting, 0 ticks failed");

    private Faults() {}

    public static List<String> in(String log) {
        return log.lines()
                .filter(line -> !BUSY.matcher(line).find())
                .filter(line -> LEVEL.matcher(line).matches() || line.contains("FFDC1015I") || line.startsWith("\tat "))
                .toList();
    }
}
