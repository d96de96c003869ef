package dev.enfilade.contract.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a client of a streamed chat has at the end. */
record OllamaAnswer(int status, List<String> tokens, boolean done, List<String> errors) {

    private static final ObjectMapper JSON = new ObjectMapper();

    OllamaAnswer {
        tokens = List.copyOf(tokens);
        errors = List.copyOf(errors);
    }

    static OllamaAnswer read(Client client) throws IOException {
        List<JsonNode> lines =
                client.head().bodyLines().stream().map(OllamaAnswer::parsed).toList();
        List<String> tokens = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        boolean done = false;
        for (JsonNode line : lines) {
            assertThat(done).as("nothing may follow the end").isFalse();
            assertThat(errors).as("nothing may follow an error").isEmpty();
            done = line.path("done").asBoolean();
            if (line.has("error")) {
                errors.add(line.get("error").textValue());
            } else if (!line.path("message").path("content").asText().isEmpty()) {
                tokens.add(line.path("message").path("content").asText());
            }
        }
        return new OllamaAnswer(client.status(), tokens, done, errors);
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }
}
