package dev.enfilade.adapter.out.openai.request;

import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams.EncodingFormat;
import dev.enfilade.domain.embedding.EmbeddingRequest;

/** Texts as {@code POST /embeddings} has them, after OpenAI's reference. */
public final class EmbeddingParams {

    private EmbeddingParams() {}

    /** Asks for numbers in plain: not every server knows the shorter form. */
    public static Prepared<EmbeddingCreateParams> of(EmbeddingRequest request) {
        EmbeddingCreateParams params = EmbeddingCreateParams.builder()
                .model(request.model().value())
                .inputOfArrayOfStrings(request.inputs())
                .encodingFormat(EncodingFormat.FLOAT)
                .build();
        return new Prepared<>(params, BodyMembers.names(request.sampling()));
    }
}
