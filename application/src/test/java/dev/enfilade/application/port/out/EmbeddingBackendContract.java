package dev.enfilade.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingBackend} does. */
public interface EmbeddingBackendContract {

    EmbeddingRequest TWO_WORDS = new EmbeddingRequest(new ModelName("embedder"), List.of("fire", "air"));

    /** A backend that answers every call with these vectors. */
    Stage<EmbeddingBackend> embedding(List<Vector> vectors, OptionalLong promptTokens);

    /** A backend that has only an error to offer. */
    Stage<EmbeddingBackend> refusing(int status, String text);

    /** A backend that takes the request and says nothing. */
    Stage<EmbeddingBackend> silent();

    @Test
    default void vectorsComeInTheOrderOfTheInputs() {
        List<Vector> vectors = List.of(Vector.of(0.5f, -0.25f, 0.125f, 0.8f), Vector.of(-1.1f, 2.2f, 0.001f, -0.5f));
        try (Stage<EmbeddingBackend> stage = embedding(vectors, OptionalLong.of(4))) {
            assertThat(stage.backend().embed(TWO_WORDS)).isEqualTo(new EmbeddingResult(vectors, OptionalLong.of(4)));
        }
    }

    @Test
    default void aBackendThatDoesNotCountTokensIsTakenAtItsWord() {
        List<Vector> vectors = List.of(Vector.of(1), Vector.of(2));
        try (Stage<EmbeddingBackend> stage = embedding(vectors, OptionalLong.empty())) {
            assertThat(stage.backend().embed(TWO_WORDS).promptTokens()).isEmpty();
        }
    }

    @Test
    default void tooFewOrTooManyVectorsAreABrokenAnswer() {
        for (List<Vector> wrong :
                List.of(List.<Vector>of(), List.of(Vector.of(1)), List.of(Vector.of(1), Vector.of(2), Vector.of(3)))) {
            try (Stage<EmbeddingBackend> stage = embedding(wrong, OptionalLong.of(4))) {
                Fails.with(Fails.INVALID, () -> stage.backend().embed(TWO_WORDS));
            }
        }
    }

    @Test
    default void refusalIsThrown() {
        try (Stage<EmbeddingBackend> stage = refusing(501, "no embeddings here")) {
            Fails.refused(501, "no embeddings here", () -> stage.backend().embed(TWO_WORDS));
        }
    }

    @Test
    default void interruptEndsTheCallAndTheBackendsWork() {
        try (Stage<EmbeddingBackend> stage = silent()) {
            Aside<EmbeddingResult> call = Aside.run(() -> stage.backend().embed(TWO_WORDS));
            stage.awaitSilence();
            call.awaitBlocked().interrupt();
            assertThat(Fails.failureIn(call.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
        }
    }
}
