package bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The machine that the benchmarks ran on.
final class Machine {

    private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.*)");

    private Machine() {}

    static String describe() throws IOException {
        return """
                %s
                commit %s
                %s processors, %s
                %s %s %s, %s MB of memory
                %s %s, Open Liberty %s""".formatted(
                        ZonedDateTime.now(Clock.systemUTC()).format(DateTimeFormatter.RFC_1123_DATE_TIME),
                        commit(),
                        Runtime.getRuntime().availableProcessors(),
                        model(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        String.format(Locale.ROOT, "%,d", memory() / 1_000_000),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        System.getProperty("liberty.version"));
    }

    private static String model() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        return !Files.exists(file)
                ? "of unknown model"
                : MODEL.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .findFirst()
                        .orElse("of unknown model");
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static String commit() {
        try {
            String commit = git("rev-parse", "--short", "HEAD");
            String changes = git("status", "--porcelain").isEmpty() ? "" : ", with changes";
            return commit.isEmpty() ? "unknown" : commit + changes;
        } catch (IOException noGit) {
            // Without a git repository the version is unknown.
            return "unknown";
        }
    }

    private static String git(String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try (var output = new ProcessBuilder(command).start().getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
