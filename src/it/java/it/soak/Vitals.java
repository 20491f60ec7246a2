package it.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The memory of a JVM right after a garbage collection.
///
/// @param heap kilobytes in use
/// @param resident kilobytes of the whole process in main memory
public record Vitals(long heap, long resident) {

    private static final int TICKS_PER_SECOND = 100;
    private static final Pattern USED = Pattern.compile("heap .*?used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    public static Vitals of(long pid) {
        command(pid, "GC.run");
        long heap = number(USED, command(pid, "GC.heap_info"));
        try {
            return new Vitals(heap, number(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status"))));
        } catch (IOException e) {
            throw new UncheckedIOException("no Linux?", e);
        }
    }

    /// Seconds of processor that a process has used.
    static double cpu(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name of the process, in parentheses, may have spaces.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException("no Linux?", e);
        }
    }

    /// Whether this is at most a little more than before.
    boolean flatSince(Vitals before) {
        return heap <= before.heap * 6 / 5 + 20_000 && resident <= before.resident * 6 / 5 + 50_000;
    }

    @Override
    public String toString() {
        return "heap %s MB, resident %s MB".formatted(heap / 1000, resident / 1000);
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no %s in: %s".formatted(pattern, text));
        }
        return Long.parseLong(found.group(1));
    }

    private static String command(long pid, String command) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var running = new ProcessBuilder(tool.toString(), Long.toString(pid), command).start();
            return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
