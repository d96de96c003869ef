package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How variables and flags lie over the file. */
class LayersTest {

    private static final String BACKEND = "backends: {main: {url: http://127.0.0.1:8000/v1}}\n";
    private static final Flag LISTEN_FLAG = new Flag("--listen", "listen", "127.0.0.1:4");

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @Test
    void laterLayersWin() throws IOException {
        deployment.yaml(BACKEND + "listen: 127.0.0.1:1");
        assertThat(deployment.settings().listen().port()).isEqualTo(1);

        deployment.file(".env", "ENFILADE_LISTEN=127.0.0.1:2");
        assertThat(deployment.settings().listen().port()).isEqualTo(2);

        deployment.variable("ENFILADE_LISTEN", "127.0.0.1:3");
        assertThat(deployment.settings().listen().port()).isEqualTo(3);

        assertThat(deployment.settings(LISTEN_FLAG).listen().port()).isEqualTo(4);
    }

    @Test
    void addressHasItsOwnOrder() throws IOException {
        deployment.yaml(BACKEND + "listen: localhost:1").variable("PORT", "2");
        assertThat(deployment.settings().listen()).hasToString("localhost:2");

        deployment.variable("OLLAMA_HOST", "http://127.0.0.2:3/path");
        assertThat(deployment.settings().listen()).hasToString("127.0.0.2:3");

        deployment.variable("ENFILADE_LISTEN", "127.0.0.1:4");
        assertThat(deployment.settings().listen()).hasToString("127.0.0.1:4");
    }

    @Test
    void everyKeyIsAVariable() {
        Settings settings = deployment
                .variable("ENFILADE_BACKENDS_GPU_ONE_URL", "http://127.0.0.1:8000")
                .variable("ENFILADE_BACKENDS_GPU_ONE_KEY", "${not-replaced}")
                .variable("ENFILADE_LIMITS_BODY", "3KiB")
                .variable("ENFILADE_CORS_ORIGINS", "https://a.example, https://b.example")
                .variable("ENFILADE_CATALOG_CAPABILITIES", "embedding,tools")
                .variable("ENFILADE_KEEP_ALIVE", "0")
                .settings();

        assertThat(settings.backends()).extracting(BackendConfig::name).containsExactly("gpu-one");
        assertThat(Deployment.first(settings).key()).contains(new Secret("${not-replaced}"));
        assertThat(settings.limits().body()).isEqualTo(3_072);
        assertThat(settings.access().origins()).containsExactly("https://a.example", "https://b.example");
        assertThat(settings.catalog().capabilities()).hasSize(2);
        assertThat(settings.keepAlive()).isEqualTo(new KeepAlive.None());
    }

    @Test
    void variableOfANameThatTheFileHasChangesThatName() throws IOException {
        Settings settings = deployment
                .yaml("""
                        backends: {GPU.one: {url: "http://127.0.0.1:1"}}
                        models:
                          llama3.2: {model: a, context: 7}
                          qwen: b
                        """)
                .variable("ENFILADE_BACKENDS_GPU_ONE_URL", "http://127.0.0.1:2")
                .variable("ENFILADE_MODELS_LLAMA3_2", "other")
                .variable("ENFILADE_MODELS_QWEN_CONTEXT", "9")
                .settings();

        assertThat(settings.backends())
                .singleElement()
                .extracting(BackendConfig::name)
                .isEqualTo("GPU.one");
        assertThat(settings.models())
                .extracting(
                        ModelRule::pattern,
                        rule -> rule.target().orElseThrow(),
                        rule -> rule.traits().contextLength().orElseThrow())
                .containsExactly(tuple("llama3.2", "other", 7), tuple("qwen", "b", 9));
    }

    @Test
    void longestVariableNameDecidesTheKey() throws IOException {
        deployment.file("key", "sk-1");

        Settings settings = deployment
                .variable(
                        "ENFILADE_BACKENDS_MAIN_KEY_FILE", folder.resolve("key").toString())
                .settings();

        assertThat(Deployment.first(settings).key()).contains(new Secret("sk-1"));
    }

    @Test
    void badVariableOfOursIsAProblem() throws IOException {
        assertThat(deployment
                        .yaml(BACKEND)
                        .variable("ENFILADE_CATALOG_CONTEXT", "many")
                        .file(".env", "ENFILADE_VERSION=latest")
                        .problems())
                .containsExactlyInAnyOrder(
                        ".env:1 version: \"latest\" does not fit (expected a version such as 0.33.0)",
                        "ENFILADE_CATALOG_CONTEXT catalog.context: \"many\" does not fit (expected a whole number from 1)");
    }

    @Test
    void variableOfAMissingFeatureIsAProblem() throws IOException {
        assertThat(deployment
                        .yaml(BACKEND)
                        .variable("ENFILADE_AUTH_KEYS_FILE", "keys")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("ENFILADE_AUTH_KEYS_FILE auth.keys-file: this version does not have it yet");
    }

    @Test
    void unknownVariableIsNoticedWithItsNearestName() throws IOException {
        deployment
                .yaml(BACKEND)
                .variable("ENFILADE_LISTN", "127.0.0.1:1")
                .variable("ENFILADE_SERVICE_HOST", "10.0.0.1");

        assertThat(deployment.load().notices())
                .containsExactly(
                        "ENFILADE_LISTN is ignored (expected the name of a setting; did you mean ENFILADE_LISTEN?)");
    }

    @Test
    void flagsMakeABackendWithTheKeyOfANamedVariable() {
        deployment.variable("OPENAI_API_KEY", "sk-stray").variable("MY_KEY", "sk-mine");
        Flag url = new Flag("--backend", "backends.main.url", "http://127.0.0.1:8000/v1");
        Flag key = new Flag("--api-key-env", "backends.main.key", "${MY_KEY}");

        assertThat(Deployment.first(deployment.settings(url)).key()).isEmpty();
        assertThat(Deployment.first(deployment.settings(url, key)).key()).contains(new Secret("sk-mine"));
    }

    @Test
    void emptyVariableIsNotSet() {
        assertThat(deployment
                        .variable("OPENAI_API_KEY", "")
                        .variable("ENFILADE_VERSION", " ")
                        .problems())
                .singleElement()
                .asString()
                .contains("enfilade demo");
    }
}
