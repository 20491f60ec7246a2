package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.docs.Deployment.NGINX;
import static tickertape.docs.Deployment.POD;
import static tickertape.docs.Deployment.SERVER;
import static tickertape.docs.Deployment.SERVICES;
import static tickertape.docs.Deployment.found;
import static tickertape.docs.Deployment.number;
import static tickertape.docs.Deployment.seconds;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The rights, limits and times in the files for containers.
class ContainerLimitsTest {

    /// How many seconds Liberty waits for requests that do not end.
    private static final long QUIESCE = 30;

    @Test
    void thereIsTimeToSayGoodbye() {
        long before = SERVER.at("/lifecycle/preStop/sleep/seconds").asLong();

        assertThat(before).isPositive();
        assertThat(POD.path("terminationGracePeriodSeconds").asLong()).isGreaterThan(before + QUIESCE);
        assertThat(seconds(SERVICES.at("/tickertape/stop_grace_period"))).isGreaterThan(QUIESCE);
        assertThat(seconds(SERVICES.at("/nginx/stop_grace_period")))
                .isGreaterThan(number(Deployment.text("nginx.conf"), "worker_shutdown_timeout"));
    }

    @Test
    void nobodyIsRootNorWritesWhereItNeedNot() {
        assertThat(POD.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        for (JsonNode container : List.of(SERVER, NGINX)) {
            JsonNode context = container.path("securityContext");
            assertThat(context.path("runAsUser").asInt()).isPositive();
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(context.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits").propertyNames()).containsExactlyInAnyOrder("cpu", "memory");
        }
        for (JsonNode service : SERVICES) {
            assertThat(service.path("user").asString()).matches("[1-9]\\d*:\\d+");
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.at("/cap_drop/0").asString()).isEqualTo("ALL");
            assertThat(service.at("/deploy/resources/limits").propertyNames())
                    .containsExactlyInAnyOrder("cpus", "memory");
        }
        List<String> written = List.of("/opt/ol/wlp/output", "/logs", "/tmp");
        assertThat(SERVER.findValuesAsString("mountPath")).isEqualTo(written);
        assertThat(SERVICES.at("/tickertape/tmpfs").valueStream().map(entry -> found(entry.asString(), "^([^:]+):")))
                .isEqualTo(written);
    }

    @Test
    void everyStreamMayHaveItsFile() {
        long streams = SERVICES.at("/tickertape/environment/STREAM_SUBSCRIBERS").asLong();

        assertThat(SERVICES.at("/tickertape/ulimits/nofile/soft").asLong()).isGreaterThan(streams * 3 / 2 + 500);
        assertThat(SERVICES.at("/nginx/ulimits/nofile/soft").asLong())
                .isEqualTo(number(Deployment.text("nginx.conf"), "worker_rlimit_nofile"))
                .isGreaterThan(2 * streams);
    }
}
