package dev.enfilade.adapter.in.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.enfilade.domain.failure.Failure;
import java.io.IOException;
import java.util.Optional;

/** Whatever a backend said of its failure: one JSON object that says the same. */
class OpenAiErrorsFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @FuzzTest
    void anyRefusalIsAnObjectThatSaysTheSame(byte[] bytes) throws IOException {
        String text = new String(bytes, UTF_8);
        Failure failure = new Failure.Refused(400, text, Optional.of(text), Optional.of(text), Optional.empty());

        JsonNode error = JSON.readTree(OpenAiErrors.body(failure)).path("error");

        assertThat(error.path("message").textValue()).isEqualTo(failure.text());
        assertThat(error.path("type").textValue()).isEqualTo(text);
        assertThat(error.path("code").textValue()).isEqualTo(text);
    }
}
