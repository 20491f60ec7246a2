package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.docs.Deployment.FOLDER;
import static tickertape.docs.Deployment.NAME;
import static tickertape.docs.Deployment.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The files for containers cannot be run here, but are consistent with one another and with the rest of the project.
class ContainersTest {

    private static final String DOCKERFILE = Deployment.read(Path.of("Dockerfile"));
    private static final JsonNode SERVICES = Deployment.SERVICES;
    private static final JsonNode KUSTOMIZATION =
            Deployment.yaml("kustomization.yaml").getFirst();
    private static final JsonNode POD = Deployment.POD;
    private static final JsonNode SERVER = Deployment.SERVER;
    private static final JsonNode NGINX = Deployment.NGINX;

    static Stream<Path> files() throws IOException {
        try (Stream<Path> alone = Files.list(FOLDER);
                Stream<Path> cluster = Files.list(Deployment.CLUSTER)) {
            return Stream.concat(alone, cluster).filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileSaysThatItWasParsedAndNotRun(Path file) {
        assertThat(Deployment.read(file).replaceAll("\\s+#?\\s*", " "))
                .contains("A test parses this file", "It has not been run");
    }

    @Test
    void imageIsTheOneThatTheDockerfileMakes() {
        Path context = FOLDER.resolve(SERVICES.at("/tickertape/build").asString());

        assertThat(context.resolve("Dockerfile")).hasSameBinaryContentAs(Path.of("Dockerfile"));
        assertThat(SERVICES.at("/tickertape/image").asString()).isEqualTo(NAME);
        assertThat(SERVER.path("image").asString()).isEqualTo(NAME);
    }

    @Test
    void imageIsMadeOfWhatIsBuilt() {
        String pom = Deployment.read(Path.of("src/server/pom.xml"));
        List<String> allowed = Deployment.read(Path.of(".dockerignore")).lines().toList();

        assertThat(found(DOCKERFILE, "^FROM \\S+-java(\\d+)-"))
                .isEqualTo(found(Pom.text(), "<maven.compiler.release>(\\d+)<"));
        assertThat(DOCKERFILE)
                .contains(
                        " liberty/config/ ",
                        " target/tickertape-server/tickertape.war ",
                        " target/tickertape-server/drivers/ /config/drivers/");
        assertThat(allowed)
                .contains(
                        "!liberty/config",
                        "!target/tickertape-server/tickertape.war",
                        "!target/tickertape-server/drivers");
        assertThat(found(pom, "<finalName>(.+)</finalName>")).isEqualTo(NAME);
    }

    @Test
    void portsAreThoseOfTheServer() {
        String http = variable("http.port");

        assertThat(DOCKERFILE).contains("EXPOSE %s %s\n".formatted(http, variable("https.port")));
        assertThat(SERVICES.at("/tickertape/expose/0").asString()).isEqualTo(http);
        assertThat(SERVER.at("/ports/0/containerPort").asString()).isEqualTo(http);
        assertThat(Deployment.text("nginx.conf")).contains("server %s:%s ".formatted(NAME, http));
    }

    @Test
    void serverAndDatabaseAgree() {
        JsonNode server = SERVICES.at("/tickertape/environment");
        JsonNode database = SERVICES.at("/database/environment");
        String url = server.path("DATABASE_URL").asString();

        assertThat(url)
                .isEqualTo("jdbc:postgresql://database/"
                        + database.path("POSTGRES_DB").asString());
        assertThat(database.path("POSTGRES_USER").asString()).isEqualTo(variable("database.user"));
        assertThat(server.path("DATABASE_PASSWORD")).isEqualTo(database.path("POSTGRES_PASSWORD"));
    }

    static Stream<String> variables() {
        return Stream.concat(
                SERVICES.at("/tickertape/environment").propertyNames().stream(),
                SERVER.path("env").valueStream().map(entry -> entry.path("name").asString()));
    }

    @ParameterizedTest
    @MethodSource("variables")
    void variableIsASetting(String variable) {
        assertThat(Setting.in(Deployment.read(Path.of("src/docs/settings.md"))).map(Setting::variable))
                .contains(variable);
    }

    @Test
    void nginxIsBelievedAndNobodyElse() {
        String inCompose =
                SERVICES.at("/tickertape/environment/TRUSTED_PROXIES").asString();
        String inPod = Deployment.only(SERVER.path("env"), "name", "TRUSTED_PROXIES")
                .path("value")
                .asString();

        assertThat(SERVICES.at("/nginx/networks/inside/ipv4_address").asString())
                .matches(inCompose);
        assertThat(SERVICES.at("/tickertape/networks/inside/ipv4_address").asString())
                .doesNotMatch(inCompose);
        assertThat(POD.at("/hostAliases/0/ip").asString()).matches(inPod);
        assertThat("127.0.0.10").doesNotMatch(inPod);
    }

    @Test
    void nginxHasTheFileThatIsTestedAndFindsTheServer() {
        JsonNode made = KUSTOMIZATION.at("/configMapGenerator/0");
        JsonNode volume = Deployment.only(POD.path("volumes"), "name", "nginx");

        assertThat(FOLDER.resolve("nginx.conf")).exists();
        assertThat(SERVICES.at("/nginx/volumes/0").asString()).isEqualTo("./nginx.conf:/etc/nginx/nginx.conf:ro");
        assertThat(made.at("/files/0").asString()).isEqualTo("nginx.conf");
        assertThat(volume.at("/configMap/name")).isEqualTo(made.path("name"));
        assertThat(NGINX.at("/volumeMounts/0/name").asString()).isEqualTo("nginx");
        assertThat(NGINX.at("/volumeMounts/0/mountPath").asString()).isEqualTo("/etc/nginx/nginx.conf");
        assertThat(KUSTOMIZATION.at("/resources/0").asString()).isEqualTo("kubernetes.yaml");
        assertThat(SERVICES.has(NAME)).isTrue();
        assertThat(POD.at("/hostAliases/0/hostnames/0").asString()).isEqualTo(NAME);
    }

    @Test
    void everyVolumeThatIsMountedIsThere() {
        List<String> there = names(POD.path("volumes")).toList();

        assertThat(names(SERVER.path("volumeMounts"))).isNotEmpty().isSubsetOf(there);
        assertThat(names(NGINX.path("volumeMounts"))).isNotEmpty().isSubsetOf(there);
    }

    @Test
    void probesAskForHealth() {
        assertThat(SERVER.at("/startupProbe/httpGet/path").asString()).isEqualTo("/health/started");
        assertThat(SERVER.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/health/ready");
        assertThat(SERVER.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/health/live");
        assertThat(SERVER.findValuesAsString("port")).containsOnly("inside");
        assertThat(SERVER.at("/ports/0/name").asString()).isEqualTo("inside");
        assertThat(DOCKERFILE).contains("GET /health/ready ");
    }

    private static Stream<String> names(JsonNode nodes) {
        return nodes.valueStream().map(node -> node.path("name").asString());
    }

    private static String variable(String name) {
        String server = Deployment.read(Path.of("liberty/config/server.xml"));
        return found(server, "<variable name=\"%s\" defaultValue=\"([^\"]+)\"".formatted(name));
    }
}
