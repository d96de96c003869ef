package dev.enfilade.application.port.out;

import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import dev.enfilade.domain.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

final class FakeEmbeddingBackendTest implements EmbeddingBackendContract {

    @Override
    public Stage<EmbeddingBackend> embedding(List<Vector> vectors, OptionalLong promptTokens) {
        return FakeEmbeddingBackend.answering(new EmbeddingResult(vectors, promptTokens));
    }

    @Override
    public Stage<EmbeddingBackend> refusing(int status, String text) {
        return FakeEmbeddingBackend.failing(new Failure.Refused(status, text, Optional.empty(), Optional.empty()));
    }

    @Override
    public Stage<EmbeddingBackend> silent() {
        return FakeEmbeddingBackend.silent();
    }
}
