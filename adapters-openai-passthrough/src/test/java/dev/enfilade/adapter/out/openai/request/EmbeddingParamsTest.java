package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EmbeddingParamsTest {

    @Test
    void inputsAreAlwaysAList() {
        EmbeddingRequest request = new EmbeddingRequest(new ModelName("embedder"), List.of("Wasser 水 😀"));
        assertThat(EmbeddingParams.of(request).dropped()).isEmpty();
        assertThat(Asked.tree(Asked.wire(EmbeddingParams.of(request).params()._body())))
                .isEqualTo(Asked.tree(
                        "{\"model\":\"embedder\",\"input\":[\"Wasser 水 😀\"],\"encoding_format\":\"float\"}"));
    }

    @Test
    void whatAnEmbeddingHasNoPlaceForIsNamed() {
        Sampling sampling =
                new Sampling(Map.of(Knob.SEED, 1L, Knob.TOP_K, 2L), List.of("x"), List.of("num_ctx", "truncate"));

        assertThat(EmbeddingParams.of(new EmbeddingRequest(new ModelName("embedder"), List.of("a"), sampling))
                        .dropped())
                .containsExactlyInAnyOrder("seed", "top_k", "stop", "num_ctx", "truncate");
    }
}
