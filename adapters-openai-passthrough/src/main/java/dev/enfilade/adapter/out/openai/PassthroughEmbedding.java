package dev.enfilade.adapter.out.openai;

import com.openai.core.http.HttpResponse;
import com.openai.services.blocking.EmbeddingService;
import dev.enfilade.adapter.out.openai.decode.EmbeddingDecoder;
import dev.enfilade.adapter.out.openai.request.EmbeddingParams;
import dev.enfilade.adapter.out.openai.transport.SdkHttpClient;
import dev.enfilade.application.port.out.EmbeddingBackend;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;

/** Makes vectors by {@code POST /embeddings}. */
final class PassthroughEmbedding implements EmbeddingBackend {

    private final EmbeddingService.WithRawResponse service;
    private final AnswerOpener answers;

    PassthroughEmbedding(EmbeddingService.WithRawResponse service, AnswerOpener answers) {
        this.service = service;
        this.answers = answers;
    }

    @Override
    public EmbeddingResult embed(EmbeddingRequest request) {
        return answers.asking(request.model(), () -> asked(request));
    }

    private EmbeddingResult asked(EmbeddingRequest request) {
        try (HttpResponse response = service.create(EmbeddingParams.of(request))) {
            return EmbeddingDecoder.decode(
                    SdkHttpClient.exchangeOf(response).body(), request.inputs().size(), answers::failure);
        }
    }
}
