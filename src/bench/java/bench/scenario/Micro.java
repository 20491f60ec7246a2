package bench.scenario;

import bench.report.Bars;
import bench.report.Numbers;
import bench.report.Section;
import bench.report.Table;
import bench.server.Contestant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What the parts of a tick cost, one by one.
final class Micro implements Scenario {

    private static final double PERCENTILE = 99;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public Section run(Progress progress) throws RunnerException {
        progress.say("JMH, within one process");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("bench\\.micro\\..*")
                        .forks(1)
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        return new Section(
                new Table(
                        "In process",
                        "JMH: one fork, five iterations of a second; the error is half of the 99.9 % interval.",
                        List.of("what", "of which", "µs each", "± µs", "bytes allocated"),
                        results.stream().map(Micro::row).toList()),
                plots(results),
                List.of());
    }

    private static String parameters(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getParamsKeys().stream()
                .map(key -> ", " + params.getParam(key).toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining());
    }

    // Where single runs were measured: the time of the slowest of a hundred.
    private static String slowest(RunResult result) {
        return result.getParams().getMode() == Mode.SampleTime
                ? ", p99 %s µs"
                        .formatted(Numbers.of(
                                result.getPrimaryResult().getStatistics().getPercentile(PERCENTILE)))
                : "";
    }

    /// One for each part, because some take a thousand times as long as others.
    private static List<Bars> plots(Collection<RunResult> results) {
        var parts = new LinkedHashMap<String, List<Bars.Bar>>();
        for (RunResult result : results) {
            parts.computeIfAbsent(part(result), _ -> new ArrayList<>())
                    .add(new Bars.Bar(
                            which(result),
                            Contestant.TICKERTAPE.series(),
                            result.getPrimaryResult().getScore()));
        }
        return parts.entrySet().stream()
                .map(part -> new Bars(part.getKey(), "µs each", part.getValue()))
                .toList();
    }

    private static String part(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring("bench.micro.".length(), name.indexOf("Benchmark."));
    }

    private static String which(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1) + parameters(result);
    }

    private static List<String> row(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        return List.of(
                part(result),
                which(result) + slowest(result),
                Numbers.of(time.getScore()),
                Numbers.of(time.getScoreError()),
                Numbers.of(Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                        .getScore()));
    }
}
