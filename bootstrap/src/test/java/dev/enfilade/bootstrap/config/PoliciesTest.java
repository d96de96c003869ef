package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.policy.CircuitSettings;
import dev.enfilade.bootstrap.policy.PolicySettings;
import dev.enfilade.bootstrap.policy.RetrySettings;
import dev.enfilade.domain.catalog.ModelName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

    private static final String BACKENDS = """
            backends:
              main: {url: "http://127.0.0.1:8000/v1"}
              small: {url: "http://127.0.0.1:8001/v1", concurrency: 4}
            """;

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = new Deployment(folder);
    }

    @Test
    void whatIsNotSetIsAsDocumented() throws IOException {
        Settings settings = deployment.yaml(BACKENDS).settings();

        assertThat(settings.policies())
                .isEqualTo(new PolicySettings(2_000, 512, Map.of("small", 4), RetrySettings.DEFAULT));
        assertThat(settings.breaker()).isEqualTo(CircuitSettings.DEFAULT);
        assertThat(settings.fallbacks()).isEmpty();
    }

    @Test
    void everythingCanBeSet() throws IOException {
        Settings settings = deployment.yaml(BACKENDS + """
                        limits: {streams: 10, queue: 0}
                        retry: {attempts: 1, budget: 0%}
                        breaker: {failures: 3, open: 250ms}
                        fallbacks: {a: [b, c], d: e}
                        """).settings();

        assertThat(settings.policies())
                .isEqualTo(new PolicySettings(10, 0, Map.of("small", 4), new RetrySettings(1, 0)));
        assertThat(settings.breaker()).isEqualTo(new CircuitSettings(3, Duration.ofMillis(250)));
        assertThat(settings.fallbacks())
                .isEqualTo(Map.of(name("a"), List.of(name("b"), name("c")), name("d"), List.of(name("e"))));
    }

    @Test
    void variablesCanSayTheSame() throws IOException {
        Settings settings = deployment
                .yaml(BACKENDS)
                .variable("ENFILADE_FALLBACKS", "a=b")
                .variable("ENFILADE_RETRY_BUDGET", "100%")
                .variable("ENFILADE_LIMITS_STREAMS", "7")
                .variable("ENFILADE_BACKENDS_MAIN_CONCURRENCY", "2")
                .settings();

        assertThat(settings.fallbacks()).isEqualTo(Map.of(name("a"), List.of(name("b"))));
        assertThat(settings.policies())
                .isEqualTo(new PolicySettings(7, 512, Map.of("small", 4, "main", 2), new RetrySettings(2, 100)));
    }

    @ParameterizedTest
    @CsvSource({
        "limits: {streams: 0},    limits.streams",
        "limits: {queue: -1},     limits.queue",
        "retry: {attempts: 0},    retry.attempts",
        "retry: {budget: 0.2},    retry.budget",
        "retry: {budget: 101%},   retry.budget",
        "breaker: {failures: no}, breaker.failures",
        "breaker: {open: 0s},     breaker.open",
        "fallbacks: {a: {b: c}},  fallbacks.a",
    })
    void whatMakesNoSenseIsRefused(String yaml, String key) throws IOException {
        assertThat(deployment.yaml(BACKENDS + yaml).problems())
                .singleElement()
                .asString()
                .contains(key + ": ", "expected");
    }

    private static ModelName name(String value) {
        return new ModelName(value);
    }
}
