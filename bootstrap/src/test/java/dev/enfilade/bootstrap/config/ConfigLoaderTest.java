package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.catalog.ModelTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say. */
class ConfigLoaderTest {

    private static final String BACKEND = "backends: {main: {url: http://127.0.0.1:8000/v1}}\n";

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @Test
    void everythingHasADefaultButTheBackend() throws IOException {
        Settings settings = deployment.yaml(BACKEND).settings();

        assertThat(settings.listen()).hasToString("127.0.0.1:11434");
        assertThat(settings.version()).isEqualTo("0.33.0");
        assertThat(settings.models()).isEmpty();
        assertThat(settings.keepAlive()).isEqualTo(new KeepAlive.For(Duration.ofMinutes(5)));
        assertThat(settings.access()).isEqualTo(new Settings.Access(false, List.of(), List.of()));
        assertThat(settings.catalog())
                .isEqualTo(new Settings.Catalog(
                        true,
                        List.of(Capability.COMPLETION, Capability.TOOLS),
                        32_768,
                        Duration.ofSeconds(60),
                        List.of("*"),
                        List.of()));
        assertThat(settings.backends()).extracting(BackendConfig::weight).containsExactly(1);
        assertThat(settings.heartbeat()).isEmpty();
        assertThat(settings.limits()).isEqualTo(new Settings.Limits(32L << 20, 512L << 20));
        assertThat(settings.drain()).isEqualTo(new Settings.Drain(Duration.ofSeconds(2), Duration.ofSeconds(25)));
    }

    @Test
    void everythingElseCanBeSet() throws IOException {
        Settings settings = deployment.yaml("""
            listen: localhost:8080
            version: 0.40.1
            backends: {main: {url: "http://127.0.0.1:8000/v1", weight: 7}}
            heartbeat: 15s
            catalog: {strict: false, capabilities: [embedding], context: 4096, allow: ["gpt-*"], deny: ["*-mini", o1]}
            cache: {models: 5m}
            keep-alive: -1
            limits: {body: 1KiB, upload: 1MiB}
            drain: {delay: 0s, timeout: 1s}
            hosts: [Proxy.Example.com]
            cors: {origins: ["https://*.example.com"]}
            """).settings();

        assertThat(settings.listen()).hasToString("localhost:8080");
        assertThat(settings.version()).isEqualTo("0.40.1");
        assertThat(settings.keepAlive()).isEqualTo(new KeepAlive.Forever());
        assertThat(settings.access())
                .isEqualTo(new Settings.Access(false, List.of("proxy.example.com"), List.of("https://*.example.com")));
        assertThat(settings.catalog())
                .isEqualTo(new Settings.Catalog(
                        false,
                        List.of(Capability.EMBEDDING),
                        4_096,
                        Duration.ofMinutes(5),
                        List.of("gpt-*"),
                        List.of("*-mini", "o1")));
        assertThat(settings.backends()).extracting(BackendConfig::weight).containsExactly(7);
        assertThat(settings.heartbeat()).contains(Duration.ofSeconds(15));
        assertThat(settings.limits()).isEqualTo(new Settings.Limits(1_024, 1L << 20));
        assertThat(settings.drain()).isEqualTo(new Settings.Drain(Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void aHeartbeatCanBeTurnedOff() throws IOException {
        assertThat(deployment.yaml(BACKEND + "heartbeat: 0s\n").settings().heartbeat())
                .isEmpty();
    }

    @Test
    void modelIsANameOrAGroup() throws IOException {
        Settings settings = deployment.yaml("""
            backends: {main: {url: "http://127.0.0.1:8000/v1"}}
            models:
              llama3.2: gpt-4o-mini
              "qwen3:*":
                backend: main
                model: Qwen/Qwen3-8B
                capabilities: [completion, thinking]
                context: 40960
                family: qwen3
                parameter-size: 8.2B
                quantization: Q4_K_M
                hidden: true
              embedder: {embedding-length: 768}
              default: gpt-4o
            """).settings();

        assertThat(settings.models())
                .containsExactly(
                        rule("llama3.2", "gpt-4o-mini"),
                        new ModelRule(
                                "qwen3:*",
                                Optional.of("main"),
                                Optional.of("Qwen/Qwen3-8B"),
                                new ModelTraits(
                                        Optional.of(List.of(Capability.COMPLETION, Capability.THINKING)),
                                        OptionalInt.of(40_960),
                                        OptionalInt.empty(),
                                        Optional.of("qwen3"),
                                        Optional.of("8.2B"),
                                        Optional.of("Q4_K_M")),
                                true),
                        new ModelRule(
                                "embedder",
                                Optional.empty(),
                                Optional.empty(),
                                new ModelTraits(
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        OptionalInt.of(768),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                false),
                        rule("default", "gpt-4o"));
    }

    @Test
    void keyWithoutAValueIsAKeyThatIsNotThere() throws IOException {
        Settings settings = deployment
                .yaml(BACKEND + "management: {listen: }\nheartbeat:\nlimits:\nmodels: {llama3: }\n")
                .settings();

        assertThat(settings.limits().body()).isEqualTo(32L << 20);
        assertThat(settings.models()).extracting(ModelRule::pattern).containsExactly("llama3");
    }

    @Test
    void referencesAreReplaced() throws IOException {
        deployment.file("secrets/key", "sk-from-file\n");
        Settings settings = deployment
                .variable("HOST_OF_BACKEND", "gpu1")
                .yaml("""
                    version: ${VERSION:-0.34.0}
                    backends:
                      main:
                        url: http://${HOST_OF_BACKEND}:8000/${EMPTY:-}
                        key: ${file:%s}
                    models: {a: "$${x}"}
                    """.formatted(folder.resolve("secrets/key")))
                .settings();

        assertThat(settings.version()).isEqualTo("0.34.0");
        assertThat(backend(settings).url()).hasToString("http://gpu1:8000");
        assertThat(backend(settings).key()).contains(new Secret("sk-from-file"));
        assertThat(settings.models()).containsExactly(rule("a", "${x}"));
    }

    @Test
    void keyMayBeInAFile() throws IOException {
        deployment.file("key", "sk-1\r\n");

        Settings settings = deployment
                .yaml("backends: {main: {key-file: %s}}".formatted(folder.resolve("key")))
                .settings();

        assertThat(backend(settings).key()).contains(new Secret("sk-1"));
        assertThat(backend(settings).url()).hasToString("https://api.openai.com/v1");
    }

    @Test
    void urlWithoutKeyIsFineButNeitherIsNot() throws IOException {
        assertThat(backend(deployment.yaml(BACKEND).settings()).key()).isEmpty();
        assertThat(deployment.yaml("backends: {main: {kind: openai}}").problems())
                .containsExactly(
                        "enfilade.yaml:1:18 backends.main: neither url nor key (expected at least one of them)");
    }

    @Test
    void fileThatIsNamedMustBeThere() throws IOException {
        deployment.yaml(BACKEND).variable("ENFILADE_CONFIG", "other.yaml");

        assertThat(deployment.problems())
                .first()
                .asString()
                .startsWith("ENFILADE_CONFIG: ")
                .endsWith("no such file");
        deployment.file("other.yaml", "version: 0.1.0\n" + BACKEND);
        assertThat(deployment.load().file()).contains("other.yaml");
    }

    @Test
    void filesAreSoughtInTheirOrder() throws IOException {
        deployment.file("home/.config/enfilade/enfilade.yaml", BACKEND + "version: 1.0.0");
        assertThat(deployment.settings().version()).isEqualTo("1.0.0");

        deployment.yaml(BACKEND + "version: 2.0.0");
        assertThat(deployment.settings().version()).isEqualTo("2.0.0");

        deployment.file("named.yaml", BACKEND + "version: 3.0.0");
        assertThat(deployment.load(Path.of("named.yaml")).settings().version()).isEqualTo("3.0.0");
    }

    private static ModelRule rule(String name, String target) {
        return new ModelRule(name, Optional.empty(), Optional.of(target), ModelTraits.UNKNOWN, false);
    }

    private static PassthroughSettings backend(Settings settings) {
        return Deployment.first(settings);
    }
}
