package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.bootstrap.logging.LogLevel;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.relay.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables that people have set for Ollama, for OpenAI's SDKs, for their platform. */
class HabitsTest {

    private static final String BACKEND = "backends: {main: {url: http://127.0.0.1:8000/v1}}\n";

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @Test
    void openAiVariablesMakeABackend() {
        deployment.variable("OPENAI_API_KEY", "sk-1");
        assertThat(backend().key()).contains(new Secret("sk-1"));
        assertThat(backend().url()).hasToString("https://api.openai.com/v1");
        assertThat(deployment.settings().backends())
                .extracting(BackendConfig::name)
                .containsExactly("main");

        deployment.variable("OPENAI_BASE_URL", "http://127.0.0.1:8000/v1");
        assertThat(backend().url()).hasToString("http://127.0.0.1:8000/v1");
    }

    @Test
    void openAiKeyMayBeInAFile() throws IOException {
        deployment
                .file("key", "sk-2\n")
                .variable("OPENAI_API_KEY_FILE", folder.resolve("key").toString());

        assertThat(backend().key()).contains(new Secret("sk-2"));
    }

    @Test
    void strayOpenAiKeyDoesNotTravelToAConfiguredBackend() throws IOException {
        deployment.yaml(BACKEND).variable("OPENAI_API_KEY", "sk-1");

        assertThat(backend().key()).isEmpty();
    }

    @Test
    void ollamaVariablesAreHonouredOrNamedOnce() throws IOException {
        Configuration loaded = deployment
                .yaml(BACKEND)
                .variable("OLLAMA_KEEP_ALIVE", "\"10m\"")
                .variable("OLLAMA_CONTEXT_LENGTH", "8192")
                .variable("OLLAMA_ORIGINS", "https://a.example,example.com")
                .variable("OLLAMA_MODELS", "/models")
                .variable("OLLAMA_FLASH_ATTENTION", "1")
                .load();

        assertThat(loaded.settings().keepAlive()).isEqualTo(new KeepAlive.For(Duration.ofMinutes(10)));
        assertThat(loaded.settings().catalog().context()).isEqualTo(8_192);
        assertThat(loaded.settings().access().origins()).containsExactly("https://a.example");
        assertThat(loaded.notices())
                .containsExactly(
                        "OLLAMA_ORIGINS: \"example.com\" does not fit (expected an origin such as"
                                + " https://app.example.com, with at most one *), so it is left out",
                        "ignored, since nothing here has a use for it: OLLAMA_FLASH_ATTENTION, OLLAMA_MODELS");
    }

    @Test
    void badOllamaVariableIsANotice() throws IOException {
        Configuration loaded = deployment
                .yaml(BACKEND)
                .variable("OLLAMA_KEEP_ALIVE", "long")
                .variable("OLLAMA_HOST", "127.0.0.1:66000")
                .variable("PORT", "tcp://10.0.0.1:80")
                .load();

        assertThat(loaded.settings().listen()).hasToString("127.0.0.1:11434");
        assertThat(loaded.notices()).hasSize(3);
    }

    @Test
    void listsOfOpenWebUiMakeSeveralBackendsEachWithItsOwnKey() {
        Settings settings = deployment
                .variable("OPENAI_API_BASE_URLS", "http://127.0.0.1:1/v1; http://127.0.0.1:2/v1;http://127.0.0.1:3/v1")
                .variable("OPENAI_API_KEYS", "sk-1;;sk-3")
                .settings();

        assertThat(settings.backends())
                .extracting(BackendConfig::name, HabitsTest::url, HabitsTest::key)
                .containsExactly(
                        tuple("main", "http://127.0.0.1:1/v1", Optional.of(new Secret("sk-1"))),
                        tuple("main-2", "http://127.0.0.1:2/v1", Optional.empty()),
                        tuple("main-3", "http://127.0.0.1:3/v1", Optional.of(new Secret("sk-3"))));
    }

    @Test
    void oneKeyGoesToTheFirstOfSeveralAddressesOnly() {
        Settings settings = deployment
                .variable("OPENAI_API_BASE_URLS", "http://127.0.0.1:1/v1;http://127.0.0.1:2/v1")
                .variable("OPENAI_API_KEY", "sk-1")
                .settings();

        assertThat(settings.backends())
                .extracting(HabitsTest::key)
                .containsExactly(Optional.of(new Secret("sk-1")), Optional.empty());
    }

    @Test
    void otherNamesOfTheAddressAreTakenAndTheOldOneIsNoted() {
        deployment.variable("OPENAI_API_BASE", "http://127.0.0.1:1/v1");
        assertThat(backend().url()).hasToString("http://127.0.0.1:1/v1");
        assertThat(deployment.load().notices()).containsExactly("OPENAI_API_BASE is an old name: say OPENAI_BASE_URL");

        deployment.variable("OPENAI_API_BASE_URL", "http://127.0.0.1:2/v1");
        assertThat(backend().url()).hasToString("http://127.0.0.1:2/v1");
        assertThat(deployment.load().notices()).isEmpty();

        deployment.variable("OPENAI_BASE_URL", "http://127.0.0.1:3/v1");
        assertThat(backend().url()).hasToString("http://127.0.0.1:3/v1");
    }

    @Test
    void organizationAndProjectAreHeadersOfThatBackendAlone() throws IOException {
        deployment
                .variable("OPENAI_API_KEY", "sk-1")
                .variable("OPENAI_ORG_ID", "org-1")
                .variable("OPENAI_PROJECT_ID", "proj-1");
        assertThat(backend().extraHeaders().lines())
                .containsExactly(new Header("OpenAI-Organization", "org-1"), new Header("OpenAI-Project", "proj-1"));

        deployment.yaml(BACKEND);
        assertThat(backend().extraHeaders().lines()).isEmpty();
    }

    @Test
    void keyAndItsFileTogetherAreAProblem() throws IOException {
        deployment.file("key", "sk-2").variable("OPENAI_API_KEY", "sk-1").variable("OPENAI_API_KEY_FILE", "key");

        assertThat(deployment.problems())
                .containsExactly(
                        "OPENAI_API_KEY_FILE backends.main.key-file: given beside key (expected one of the two)");
    }

    @ParameterizedTest
    @CsvSource({
        "1, DEBUG",
        "true, DEBUG",
        "'\"1\"', DEBUG",
        "2, TRACE",
        "0, INFO",
        "false, INFO",
        "-1, WARN",
        "-2, ERROR"
    })
    void debugOfOllamaIsTheLogLevel(String value, LogLevel level) throws IOException {
        Configuration loaded =
                deployment.yaml(BACKEND).variable("OLLAMA_DEBUG", value).load();

        assertThat(loaded.settings().logging()).isEqualTo(level);
        assertThat(loaded.notices()).isEmpty();
    }

    @Test
    void queueAndParallelAnswersOfOllamaAreLimits() throws IOException {
        deployment.yaml("""
                        backends:
                          one: {url: "http://127.0.0.1:1"}
                          two: {url: "http://127.0.0.1:2", concurrency: 9}
                        """).variable("OLLAMA_MAX_QUEUE", "3").variable("OLLAMA_NUM_PARALLEL", "4");
        assertThat(deployment.settings().policies().queue()).isEqualTo(3);
        assertThat(deployment.settings().policies().concurrency()).isEqualTo(Map.of("one", 4, "two", 9));

        deployment.variable("OLLAMA_NUM_PARALLEL", "0");
        assertThat(deployment.settings().policies().concurrency()).isEqualTo(Map.of("two", 9));
    }

    @Test
    void variableThatOllamaDoesNotKnowIsNobodysBusiness() throws IOException {
        assertThat(deployment
                        .yaml(BACKEND)
                        .variable("OLLAMA_SOMETHING_NEW", "1")
                        .load()
                        .notices())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1, HTTPS_PROXY, '', true",
        "https://api.example.com/v1, https_proxy, '', true",
        "https://api.example.com/v1, ALL_PROXY, '', true",
        "https://api.example.com/v1, HTTP_PROXY, '', false",
        "http://gpu.example.com/v1, HTTP_PROXY, '', true",
        "https://api.example.com/v1, HTTPS_PROXY, 'localhost,.example.com', false",
        "https://api.example.com/v1, HTTPS_PROXY, api.example.com, false",
        "https://api.example.com/v1, HTTPS_PROXY, *, false",
        "https://api.example.com/v1, HTTPS_PROXY, ample.com, true",
        "https://127.0.0.1:8000/v1, HTTPS_PROXY, '', false"
    })
    void proxyThatIsNotUsedIsNoted(String url, String variable, String exempt, boolean noted) throws IOException {
        Configuration loaded = deployment
                .yaml("backends: {main: {url: \"" + url + "\"}}")
                .variable(variable, "http://proxy:3128")
                .variable("NO_PROXY", exempt)
                .load();

        assertThat(loaded.notices())
                .hasSize(noted ? 1 : 0)
                .allMatch(notice -> notice.startsWith(variable + " is not used"));
    }

    private static String url(BackendConfig config) {
        return switch (config) {
            case OpenAiBackend backend -> backend.settings().url().toString();
        };
    }

    private static Optional<Secret> key(BackendConfig config) {
        return switch (config) {
            case OpenAiBackend backend -> backend.settings().key();
        };
    }

    private PassthroughSettings backend() {
        return Deployment.first(deployment.settings());
    }
}
