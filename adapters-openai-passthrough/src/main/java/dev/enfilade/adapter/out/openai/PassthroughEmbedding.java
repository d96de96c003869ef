package dev.enfilade.adapter.out.openai;

import com.openai.core.http.HttpResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.services.blocking.EmbeddingService;
import dev.enfilade.adapter.out.openai.decode.EmbeddingDecoder;
import dev.enfilade.adapter.out.openai.request.EmbeddingParams;
import dev.enfilade.adapter.out.openai.request.Prepared;
import dev.enfilade.adapter.out.openai.transport.SdkHttpClient;
import dev.enfilade.application.port.out.EmbeddingBackend;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import java.util.List;
import java.util.function.Consumer;

/** Makes vectors by {@code POST /embeddings}. */
final class PassthroughEmbedding implements EmbeddingBackend {

    private final EmbeddingService.WithRawResponse service;
    private final AnswerOpener answers;
    private final Consumer<List<String>> dropped;

    PassthroughEmbedding(
            EmbeddingService.WithRawResponse service, AnswerOpener answers, Consumer<List<String>> dropped) {
        this.service = service;
        this.answers = answers;
        this.dropped = dropped;
    }

    @Override
    public EmbeddingResult embed(EmbeddingRequest request) {
        Prepared<EmbeddingCreateParams> prepared = EmbeddingParams.of(request);
        dropped.accept(prepared.dropped());
        return answers.asking(
                request.model(), () -> asked(prepared.params(), request.inputs().size()));
    }

    private EmbeddingResult asked(EmbeddingCreateParams params, int inputs) {
        try (HttpResponse response = service.create(params)) {
            return EmbeddingDecoder.decode(SdkHttpClient.exchangeOf(response).body(), inputs, answers::failure);
        }
    }
}
