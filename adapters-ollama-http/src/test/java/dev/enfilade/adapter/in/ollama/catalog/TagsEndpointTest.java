package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelName;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsEndpointTest {

    private final FakeApplication application = new FakeApplication(
            Cards.stated("plain", Capability.COMPLETION),
            Cards.stated("acme/seer:v2", Capability.COMPLETION, Capability.VISION));
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsTheModelsTheNewestFirstWithAllThatClientsRead() throws Exception {
        application.models.add(Cards.card("bare", Cards.CREATED.plusSeconds(1), Capabilities.assumed(List.of())));

        assertThat(server.get("/api/tags").body())
                .isEqualTo("{\"models\":["
                        + listed("bare:latest", "2026-01-01T00:00:01Z", "[\"llama\"]", "") + ","
                        + listed(
                                "plain:latest",
                                "2026-01-01T00:00:00Z",
                                "[\"llama\"]",
                                ",\"capabilities\":[\"completion\"]")
                        + ","
                        + listed(
                                "acme/seer:v2",
                                "2026-01-01T00:00:00Z",
                                "[\"llama\",\"clip\"]",
                                ",\"capabilities\":[\"completion\",\"vision\"]")
                        + "]}");
    }

    @ParameterizedTest
    @CsvSource({"'', 1000000000", "0B, 1000000000", "7B, 4200000000", "1.5m, 900000", "8K, 4800", "1T, 600000000000"})
    void theSizeOfAFileIsGuessedFromTheParameters(String parameters, long size) throws Exception {
        application.models.clear();
        application.models.add(new ModelCard(
                new ModelName("m"),
                Cards.CREATED,
                "somebody",
                Capabilities.assumed(List.of()),
                512,
                OptionalInt.of(384),
                new ModelDetails("gguf", "llama", parameters, "F16")));

        assertThat(server.get("/api/tags").body())
                .contains("\"size\":" + size + ",")
                .contains("\"context_length\":512,\"embedding_length\":384}");
    }

    @Test
    void digestsAreTheSha256OfTheListedName() {
        assertThat(ModelMembers.digest(new ModelName("plain")))
                .isEqualTo("889c3dfb97565875958414db9c6a3db1c57d8bd77365267fa1ed28e18cd9045d");
    }

    private static String listed(String name, String modified, String families, String capabilities) {
        return "{\"name\":\"" + name + "\",\"model\":\"" + name + "\",\"modified_at\":\"" + modified
                + "\",\"size\":720000000,\"digest\":\"" + ModelMembers.digest(new ModelName(name))
                + "\",\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"llama\",\"families\":"
                + families
                + ",\"parameter_size\":\"1.2B\",\"quantization_level\":\"Q4_K_M\",\"context_length\":8192}"
                + capabilities + "}";
    }
}
