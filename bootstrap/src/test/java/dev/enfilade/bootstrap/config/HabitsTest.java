package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.KeepAlive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private PassthroughSettings backend() {
        return Deployment.first(deployment.settings());
    }
}
