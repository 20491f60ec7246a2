package it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import it.Http;
import it.LivelyServer;
import it.Measures;
import it.Measures.Sample;
import it.monitoring.Query.Selector;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each query of the Grafana dashboard uses metrics that the server has, and all of our own metrics are shown.
@SuppressWarnings("NullAway.Init")
class GrafanaIT {

    /// Labels that Prometheus adds when it scrapes.
    private static final Set<String> ADDED = Set.of("job", "instance");

    private static final Set<String> OF_COUNTERS = Set.of("rate", "increase", "irate");
    private static final Pattern AGGREGATION = Pattern.compile("\\b(sum|max|min|avg)\\b");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

    private final GrafanaDashboard dashboard = GrafanaDashboard.read();
    private Measures measures;

    private final URI root = LivelyServer.uri();

    @BeforeEach
    void scrape() {
        // There are no metrics of requests before the first one.
        assertThat(Http.get(root.resolve("api/instruments")).statusCode()).isEqualTo(200);
        measures = Measures.of(root);
    }

    @Test
    void everyMetricIsThereWithTheLabelsThatItIsAskedBy() {
        assertThat(dashboard.queries()).hasSizeGreaterThan(20);
        assertThat(dashboard.queries())
                .allSatisfy((panel, query) -> assertThat(query.selectors())
                        .isNotEmpty()
                        .allSatisfy(selector -> {
                            List<Sample> asked = asked(selector);
                            assertThat(asked).as("%s: %s", panel, selector).isNotEmpty();
                            assertThat(asked.getFirst().labels().keySet())
                                    .as("%s: %s", panel, query)
                                    .containsAll(without(selector.labels()))
                                    .containsAll(without(query.grouping()));
                        }));
    }

    @Test
    void ratesAreTakenOfWhatOnlyRises() {
        assertThat(dashboard.queries().values())
                .allSatisfy(query -> assertThat(query.selectors())
                        .allSatisfy(selector -> assertThat(OF_COUNTERS.contains(selector.function()))
                                .as("%s in %s", selector.metric(), query.text())
                                .isEqualTo(rises(selector.metric()))));
    }

    @Test
    void legendsNameLabelsThatAreLeft() {
        assertThat(dashboard.queries().values()).allSatisfy(query -> {
            Set<String> named = LEGEND.matcher(dashboard.legends().get(query))
                    .results()
                    .map(label -> label.group(1))
                    .collect(Collectors.toSet());
            assertThat(AGGREGATION.matcher(query.text()).find() ? query.grouping() : ADDED)
                    .as(query.text())
                    .containsAll(named);
        });
    }

    @Test
    void allThatIsOurOwnIsShown() {
        Set<String> shown = dashboard.queries().values().stream()
                .flatMap(query -> query.selectors().stream())
                .map(selector -> family(selector.metric()))
                .collect(Collectors.toSet());

        Set<String> ours = measures.types().keySet().stream()
                .filter(name -> name.startsWith("tickertape_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).containsAll(ours);
    }

    @Test
    void namesFollowTheConventionsAndAreExplained() {
        assertThat(measures.types()).allSatisfy((name, type) -> {
            if (name.startsWith("tickertape_")) {
                assertThat(name).matches("[a-z]+(_[a-z]+)*");
                assertThat(type.equals("counter")).as(name).isEqualTo(name.endsWith("_total"));
                assertThat(measures.helps().get(name)).as(name).isNotBlank().doesNotContain(".description");
            }
        });
        assertThat(measures.types())
                .containsEntry("tickertape_subscribers", "gauge")
                .containsEntry("tickertape_stream_written_bytes_total", "counter")
                .containsEntry("tickertape_stream_publish_to_write_seconds", "histogram")
                .containsEntry("tickertape_tick_duration_seconds", "histogram");
    }

    private List<Sample> asked(Selector selector) {
        return measures.samples().stream()
                .filter(sample -> sample.name().equals(selector.metric()) && sample.has(selector.matchers()))
                .toList();
    }

    private static Set<String> without(Set<String> labels) {
        return labels.stream().filter(label -> !ADDED.contains(label)).collect(Collectors.toSet());
    }

    private boolean rises(String metric) {
        return switch (measures.types().getOrDefault(family(metric), "none")) {
            case "counter", "histogram", "summary" -> true;
            default -> false;
        };
    }

    private String family(String metric) {
        return measures.types().containsKey(metric) ? metric : metric.replaceFirst("_(bucket|sum|count)$", "");
    }
}
