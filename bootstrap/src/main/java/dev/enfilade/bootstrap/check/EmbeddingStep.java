package dev.enfilade.bootstrap.check;

import dev.enfilade.application.port.out.EmbeddingBackend;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.failure.FailureException;
import java.util.List;

/** Has a model make one vector. */
record EmbeddingStep(Subject subject, EmbeddingBackend backend, ModelName model) {

    Finding embed() {
        try {
            EmbeddingResult result = backend.embed(new EmbeddingRequest(model, List.of("Hello")));
            return Finding.ok(
                    model + " made a vector of " + result.vectors().getFirst().length() + " numbers");
        } catch (FailureException e) {
            return new Diagnosis(subject, "model " + model).of(e.failure());
        }
    }
}
