package dev.enfilade.contract.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.bootstrap.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compose files name exists: variables, ports, files, folders, services, commands; and their times fit. */
class ComposeTest {

    private static final String DEVELOPMENT = "development.yaml";
    private static final String PRODUCTION = "production.yaml";
    private static final Map<String, Integer> PORTS =
            Map.of("enfilade", 11434, "open-webui", 8080, "prometheus", 9090, "grafana", 3000);
    private static final Pattern COPY = Pattern.compile("COPY (\\S+)/ /");

    @TempDir
    private static Path folder;

    private static String containerfile;

    @BeforeAll
    static void readContainerfile() throws IOException {
        containerfile = Files.readString(Packaging.PROJECT.resolve("packaging/container/Containerfile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVELOPMENT, PRODUCTION})
    void portsAreThoseOfTheServicesAndOnlyForThisMachine(String file) throws IOException {
        ComposeFile.read(file)
                .services()
                .forEach(service -> assertThat(ComposeFile.ports(service.getValue()))
                        .as(service.getKey())
                        .isNotEmpty()
                        .allSatisfy(port -> {
                            assertThat(port.address()).hasValue("127.0.0.1");
                            assertThat(port.inside()).isEqualTo(PORTS.get(service.getKey()));
                        }));
    }

    @Test
    void imageListensWhereItsPortIs() {
        assertThat(containerfile).contains("\nEXPOSE 11434\n", "\nENV OLLAMA_HOST=0.0.0.0:11434\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVELOPMENT, PRODUCTION})
    void variablesConfigureAServerThatDrainsInTime(String file) throws IOException {
        JsonNode service = ComposeFile.read(file).service("enfilade");

        Settings settings = ComposeFile.settings(withKeys(ComposeFile.environment(service)), folder);

        Duration drain = settings.drain().delay().plus(settings.drain().timeout());
        assertThat(settings.listen().port()).isEqualTo(PORTS.get("enfilade"));
        assertThat(settings.access().open()).isTrue();
        assertThat(ComposeFile.seconds(service.path("stop_grace_period").asText()))
                .isGreaterThan(drain);
    }

    @Test
    void developmentIsBuiltWhereThePackagesAreMade() throws IOException {
        JsonNode build = ComposeFile.read(DEVELOPMENT).service("enfilade").path("build");
        String all = Files.readString(Packaging.PROJECT.resolve("packaging/all"));

        Path context =
                ComposeFile.FOLDER.resolve(build.path("context").asText()).normalize();
        assertThat(context).isEqualTo(Packaging.PROJECT.resolve("target/packages/image"));
        assertThat(all).contains("$project/target/packages", "\"$folder/image\"");
        assertThat(build.path("dockerfile").asText()).isEqualTo("Containerfile");
        assertThat(Files.readString(Packaging.PROJECT.resolve("packaging/image")))
                .contains("packaging/container/Containerfile")
                .contains("root=$folder/" + group(COPY, containerfile));
    }

    @Test
    void otherServicesAskThoseThatAreThere() throws IOException {
        ComposeFile file = ComposeFile.read(DEVELOPMENT);
        URI ollama =
                URI.create(ComposeFile.environment(file.service("open-webui")).get("OLLAMA_BASE_URL"));

        assertThat(file.service(ollama.getHost()).isObject()).isTrue();
        assertThat(ollama.getPort()).isEqualTo(PORTS.get(ollama.getHost()));
        assertThat(scraped()).allSatisfy(target -> {
            assertThat(file.service(target.getHost()).isObject()).isTrue();
            assertThat(target.getPort()).isEqualTo(PORTS.get(target.getHost()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVELOPMENT, PRODUCTION})
    void mountedFoldersAndNamedServicesAreThere(String name) throws IOException {
        ComposeFile file = ComposeFile.read(name);

        file.services().forEach(service -> {
            assertThat(ComposeFile.mounts(service.getValue()).values())
                    .allMatch(source -> source.startsWith(".")
                            ? Files.isDirectory(file.folder().resolve(source))
                            : file.tree().path("volumes").has(source));
            service.getValue()
                    .path("depends_on")
                    .propertyStream()
                    .forEach(on ->
                            assertThat(file.service(on.getKey()).isObject()).isTrue());
            service.getValue()
                    .path("secrets")
                    .forEach(secret -> assertThat(file.tree().path("secrets").has(secret.asText()))
                            .isTrue());
        });
    }

    @Test
    void productionTakesItsKeyFromASecretAndMayDoNothingElse() throws IOException {
        JsonNode service = ComposeFile.read(PRODUCTION).service("enfilade");

        assertThat(ComposeFile.environment(service))
                .containsEntry(
                        "OPENAI_API_KEY_FILE",
                        "/run/secrets/" + service.at("/secrets/0").asText())
                .doesNotContainKey("OPENAI_API_KEY");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.path("image").asText()).startsWith("${ENFILADE_IMAGE:?");
    }

    /** Its key file, which a test has elsewhere, and a backend where the demo brings its own. */
    private static Map<String, String> withKeys(Map<String, String> variables) throws IOException {
        Map<String, String> all = new HashMap<>(variables);
        all.computeIfPresent(
                "OPENAI_API_KEY_FILE", (_, _) -> folder.resolve("key").toString());
        Files.writeString(folder.resolve("key"), "sk-none");
        all.putIfAbsent("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
        return all;
    }

    private static Iterable<URI> scraped() throws IOException {
        Path file = Packaging.PROJECT.resolve("deploy/prometheus/prometheus.yml");
        return Pattern.compile("targets: \\[\"([^\"]+)\"]")
                .matcher(Files.readString(file))
                .results()
                .map(target -> URI.create("http://" + target.group(1)))
                .toList();
    }

    private static String group(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
    }
}
