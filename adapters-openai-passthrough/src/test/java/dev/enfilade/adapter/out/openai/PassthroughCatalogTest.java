package dev.enfilade.adapter.out.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.application.port.out.ModelCatalogContract;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.catalog.ListedModel;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PassthroughCatalogTest implements ModelCatalogContract {

    @Override
    public Stage<ModelCatalog> offering(List<List<ListedModel>> lists) {
        return ScriptedStage.of(
                OpenAiPassthrough::catalog,
                lists.stream().map(PassthroughCatalogTest::list).toArray(ScriptedStage.Answering[]::new));
    }

    @Override
    public Stage<ModelCatalog> refusing(int status, String text) {
        String answer = Answers.json(status, "{\"error\":{\"message\":\"" + text + "\"}}");
        return ScriptedStage.of(OpenAiPassthrough::catalog, (request, peer, stage) -> peer.send(answer));
    }

    @Override
    public Stage<ModelCatalog> silent() {
        return ScriptedStage.of(OpenAiPassthrough::catalog, ScriptedStage.silent());
    }

    @Test
    void theListIsAskedForWithTheKeyAndNothingOfTheSdk() throws InterruptedException {
        try (ScriptedStage<ModelCatalog> stage = ScriptedStage.of(OpenAiPassthrough::catalog, list(List.of()))) {
            assertThat(stage.backend().models()).isEmpty();
            assertThat(stage.received())
                    .startsWith("GET /v1/models HTTP/1.1\r\n")
                    .contains("Authorization: Bearer test-key-1234\r\n", "User-Agent: enfilade-test\r\n")
                    .doesNotContainIgnoringCase("stainless");
        }
    }

    private static ScriptedStage.Answering list(List<ListedModel> models) {
        String data = models.stream().map(PassthroughCatalogTest::entry).collect(Collectors.joining(",", "[", "]"));
        return (request, peer, stage) -> peer.send(Answers.json(200, "{\"object\":\"list\",\"data\":" + data + "}"));
    }

    private static String entry(ListedModel model) {
        return "{\"id\":\"" + model.id() + "\",\"object\":\"model\",\"created\":"
                + model.created().map(Instant::getEpochSecond).orElse(0L) + ",\"owned_by\":\""
                + model.owner().orElse("")
                + "\"}";
    }
}
