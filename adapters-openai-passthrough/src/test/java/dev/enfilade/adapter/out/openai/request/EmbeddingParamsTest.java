package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbeddingParamsTest {

    @Test
    void inputsAreAlwaysAList() {
        EmbeddingRequest request = new EmbeddingRequest(new ModelName("embedder"), List.of("Wasser 水 😀"));
        assertThat(Asked.tree(Asked.wire(EmbeddingParams.of(request)._body())))
                .isEqualTo(Asked.tree(
                        "{\"model\":\"embedder\",\"input\":[\"Wasser 水 😀\"],\"encoding_format\":\"float\"}"));
    }
}
