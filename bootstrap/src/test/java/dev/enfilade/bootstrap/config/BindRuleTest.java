package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be listened on. */
class BindRuleTest {

    private static final String BACKEND = "backends: {main: {url: http://127.0.0.1:8000/v1}}\n";

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void emptyFolder() {
        deployment = new Deployment(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:11434", ":11434", "[::]:1", "192.0.2.1:11434"})
    void openAddressIsRefusedWithTheWaysOut(String address) throws IOException {
        assertThat(deployment.yaml(BACKEND).variable("ENFILADE_LISTEN", address).problems())
                .singleElement()
                .asString()
                .startsWith("ENFILADE_LISTEN listen: ")
                .contains("127.0.0.1", "ENFILADE_ALLOW_OPEN=1", "ENFILADE_AUTH_KEYS_FILE");
    }

    @Test
    void openAddressNeedsAWord() throws IOException {
        deployment.yaml(BACKEND).variable("OLLAMA_HOST", "0.0.0.0").variable("ENFILADE_ALLOW_OPEN", "1");

        assertThat(deployment.settings().access().open()).isTrue();
        assertThat(deployment.load().notices()).singleElement().asString().contains("0.0.0.0:11434 is open");
        assertThat(deployment.settings().listen()).hasToString("0.0.0.0:11434");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "127.0.0.2:1", "[::1]:1"})
    void loopbackNeedsNoWord(String address) throws IOException {
        assertThat(deployment
                        .yaml(BACKEND)
                        .variable("ENFILADE_LISTEN", address)
                        .settings()
                        .listen())
                .hasToString(address);
    }
}
