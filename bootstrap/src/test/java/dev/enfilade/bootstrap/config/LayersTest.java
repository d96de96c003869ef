package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.ModelRule;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void unknownVariableIsAProblemWithItsNearestName() throws IOException {
        deployment
                .yaml(BACKEND)
                .file(".env", "\nENFILADE_BACKENDS_MAIN_ULR=x")
                .variable("ENFILADE_LISTN", "127.0.0.1:1")
                .variable("ENFILADE_SOMETHING_ELSE_ENTIRELY", "1");

        assertThat(deployment.problems())
                .containsExactly(
                        ".env:2: ENFILADE_BACKENDS_MAIN_ULR sets nothing (expected the variable of a key, such as"
                                + " ENFILADE_LISTEN; did you mean ENFILADE_BACKENDS_MAIN_URL?)",
                        "ENFILADE_LISTN: ENFILADE_LISTN sets nothing (expected the variable of a key, such as"
                                + " ENFILADE_LISTEN; did you mean ENFILADE_LISTEN?)",
                        "ENFILADE_SOMETHING_ELSE_ENTIRELY: ENFILADE_SOMETHING_ELSE_ENTIRELY sets nothing (expected the"
                                + " variable of a key, such as ENFILADE_LISTEN)");
    }

    @ParameterizedTest
    @CsvSource({
        "ENFILADE_CONFIG,",
        "ENFILADE_JAVA_HOME, /opt/java",
        "ENFILADE_JAVA_OPTS, -Xmx1g",
        "ENFILADE_SERVICE_HOST, 10.0.0.1",
        "ENFILADE_SERVICE_PORT_HTTP, 80",
        "ENFILADE_PORT, tcp://10.0.0.1:80",
        "ENFILADE_PORT_80_TCP_ADDR, 10.0.0.1",
        "ENFILADE_METRICS_SERVICE_HOST, 10.0.0.1",
        "ENFILADE_METRICS_PORT, tcp://10.0.0.1:80"
    })
    void variableOfTheStartScriptOrOfKubernetesSetsNothing(String name, @Nullable String value) throws IOException {
        Configuration loaded = deployment
                .yaml(BACKEND)
                .variable(name, value == null ? "" : value)
                .load();

        assertThat(loaded.notices()).isEmpty();
    }

    @Test
    void singleEntriesOfMapsAreVariablesAndFlagsToo() throws IOException {
        Settings settings = deployment
                .yaml("backends: {main: {url: 'http://127.0.0.1:1', headers: {X-Team: a, X-Other: b}}}")
                .variable("ENFILADE_BACKENDS_MAIN_HEADERS_X_TEAM", "c")
                .variable("ENFILADE_FALLBACKS_GPT_4O", "one, two")
                .settings(flag("--backends.main.headers.X-Third", "d"), flag("--fallbacks.llama3.2", "three"));

        assertThat(Deployment.first(settings).extraHeaders())
                .isEqualTo(new Headers(
                        List.of(new Header("X-Team", "c"), new Header("X-Other", "b"), new Header("X-Third", "d"))));
        assertThat(settings.fallbacks())
                .containsOnly(
                        entry(new ModelName("gpt-4o"), List.of(new ModelName("one"), new ModelName("two"))),
                        entry(new ModelName("llama3.2"), List.of(new ModelName("three"))));
    }

    @Test
    void everyKeyIsAFlagWithNamesAsTheyAre() throws IOException {
        Settings settings = deployment
                .yaml(BACKEND)
                .settings(
                        flag("--models.llama3.2", "gpt-4o"),
                        flag("--models.qwen3:*.context", "9"),
                        flag("--models.qwen3:*.model", "Qwen/Qwen3"),
                        flag("--backends.gpu.one.url", "http://127.0.0.1:2"),
                        flag("--limits.body", "3KiB"));

        assertThat(settings.models())
                .extracting(ModelRule::pattern, rule -> rule.target().orElseThrow())
                .containsExactly(tuple("llama3.2", "gpt-4o"), tuple("qwen3:*", "Qwen/Qwen3"));
        assertThat(settings.backends()).extracting(BackendConfig::name).containsExactly("main", "gpu.one");
        assertThat(settings.limits().body()).isEqualTo(3_072);
    }

    @Test
    void flagThatNamesNoKeyIsNone() {
        assertThat(SettingFlags.path("--limits.steams")).isEmpty();
        assertThat(SettingFlags.nearest("--limits.steams")).contains("--limits.streams");
        assertThat(SettingFlags.nearest("--backends.main.ulr")).contains("--backends.main.url");
    }

    @Test
    void laterLayerDecidesWhetherTheKeyIsInAFile() throws IOException {
        deployment.file("key", "sk-file").yaml("backends: {main: {key: '${NOT_SET}'}}");
        assertThat(Deployment.first(deployment
                                .variable("ENFILADE_BACKENDS_MAIN_KEY_FILE", "key")
                                .settings())
                        .key())
                .contains(new Secret("sk-file"));

        assertThat(Deployment.first(deployment.settings(flag("--backends.main.key", "sk-flag")))
                        .key())
                .contains(new Secret("sk-flag"));
    }

    private static Flag flag(String name, String text) {
        return new Flag(name, SettingFlags.path(name).orElseThrow(), text);
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
