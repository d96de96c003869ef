package dev.enfilade.adapter.in.ollama.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.Cards;
import dev.enfilade.adapter.in.ollama.FakeApplication;
import dev.enfilade.adapter.in.ollama.TestServer;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.RunningModel;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PsEndpointTest {

    private final ModelCard plain = Cards.stated("plain", Capability.COMPLETION);
    private final ModelCard seer = Cards.stated("acme/seer:v2", Capability.COMPLETION, Capability.VISION);
    private final FakeApplication application = new FakeApplication(plain, seer);
    private final TestServer server = new TestServer(application.ports());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsNothingWhileNothingIsLoaded() throws Exception {
        HttpResponse<String> answer = server.get("/api/ps");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body()).isEqualTo("{\"models\":[]}");
    }

    @Test
    void listsLoadedModelsInTheGivenOrderWithExactlyTheMembersOfOllama() throws Exception {
        application.running.add(new RunningModel(seer, Instant.parse("2318-09-04T23:47:16.854775Z")));
        application.running.add(new RunningModel(plain, Instant.parse("2026-01-02T03:09:05Z")));

        assertThat(server.get("/api/ps").body())
                .isEqualTo("{\"models\":["
                        + loaded("acme/seer:v2", "[\"llama\",\"clip\"]", "2318-09-04T23:47:16.854775Z") + ","
                        + loaded("plain:latest", "[\"llama\"]", "2026-01-02T03:09:05Z") + "]}");
    }

    private static String loaded(String name, String families, String expires) {
        return "{\"name\":\"" + name + "\",\"model\":\"" + name + "\",\"size\":720000000,\"digest\":\""
                + ModelMembers.digest(new ModelName(name))
                + "\",\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"llama\",\"families\":"
                + families
                + ",\"parameter_size\":\"1.2B\",\"quantization_level\":\"Q4_K_M\"},\"expires_at\":\"" + expires
                + "\",\"size_vram\":720000000,\"context_length\":8192}";
    }
}
