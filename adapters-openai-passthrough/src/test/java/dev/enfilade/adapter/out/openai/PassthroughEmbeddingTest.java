package dev.enfilade.adapter.out.openai;

import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.application.port.out.EmbeddingBackend;
import dev.enfilade.application.port.out.EmbeddingBackendContract;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.embedding.Vector;
import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;

final class PassthroughEmbeddingTest implements EmbeddingBackendContract {

    @Override
    public Stage<EmbeddingBackend> embedding(List<Vector> vectors, OptionalLong promptTokens) {
        StringJoiner data = new StringJoiner(",", "[", "]");
        for (int i = vectors.size() - 1; i >= 0; i--) {
            data.add("{\"index\":" + i + ",\"embedding\":" + numbers(vectors.get(i)) + "}");
        }
        String usage = promptTokens.isPresent() ? "{\"prompt_tokens\":" + promptTokens.getAsLong() + "}" : "null";
        return answering(Answers.json(200, "{\"object\":\"list\",\"data\":" + data + ",\"usage\":" + usage + "}"));
    }

    @Override
    public Stage<EmbeddingBackend> refusing(int status, String text) {
        return answering(Answers.json(status, "{\"error\":{\"message\":\"" + text + "\"}}"));
    }

    @Override
    public Stage<EmbeddingBackend> silent() {
        return ScriptedStage.of(OpenAiPassthrough::embedding, ScriptedStage.silent());
    }

    private static Stage<EmbeddingBackend> answering(String answer) {
        return ScriptedStage.of(OpenAiPassthrough::embedding, (request, peer, stage) -> peer.send(answer));
    }

    private static String numbers(Vector vector) {
        StringJoiner numbers = new StringJoiner(",", "[", "]");
        for (int i = 0; i < vector.length(); i++) {
            numbers.add(Float.toString(vector.at(i)));
        }
        return numbers.toString();
    }
}
