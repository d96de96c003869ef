package dev.enfilade.contract.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;

/** The file of one contract. */
record Contract(String name) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String LINES = "application/x-ndjson";
    private static final Path KEPT = Path.of("src/test/resources/pacts");
    private static final Path NEW = Path.of("target/pacts/new");

    /** Fails if what was written there is not what is kept; the new file is left beside the build's other results. */
    void assertKept(Path written) throws IOException {
        JsonNode pact = JSON.readTree(written.resolve(name).toFile());
        pact.path("interactions").forEach(Contract::nameStreams);
        String text = JSON.writeValueAsString(pact) + "\n";
        Path created = Files.writeString(Files.createDirectories(NEW).resolve(name), text);
        assertThat(KEPT.resolve(name))
                .as("a contract that changed: if that is meant, copy %s", created)
                .exists()
                .hasContent(text);
    }

    /**
     * Gives lines of JSON their proper type. Pact takes any type that ends in "json" for one document and then writes
     * none of it, so they were recorded as plain text; and the rule for the whole body must stand alone.
     */
    private static void nameStreams(JsonNode interaction) {
        JsonNode response = interaction.path("response");
        if (response.at("/headers/Content-Type/0").asText().startsWith("text/plain")) {
            ((ObjectNode) response).set("body", lines(response.path("body")));
            ((ObjectNode) response.path("headers")).putArray("Content-Type").add(LINES);
            ((ObjectNode) response.path("matchingRules")).remove("header");
            Iterator<JsonNode> rules =
                    response.path("matchingRules").at("/body/$/matchers").iterator();
            while (rules.hasNext()) {
                if (rules.next().path("match").asText().equals("contentType")) {
                    rules.remove();
                }
            }
        }
    }

    private static ObjectNode lines(JsonNode body) {
        String content = body.path("content").asText();
        boolean encoded = body.path("encoded").asText().equals("base64");
        return JSON.createObjectNode()
                .put("content", encoded ? new String(Base64.getDecoder().decode(content), UTF_8) : content)
                .put("contentType", LINES)
                .put("encoded", false);
    }
}
