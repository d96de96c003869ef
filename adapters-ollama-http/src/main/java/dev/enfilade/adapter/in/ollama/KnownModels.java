package dev.enfilade.adapter.in.ollama;

import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.function.Supplier;

/** Looks models up for routes that each have words of their own for a model that is not there. */
final class KnownModels {

    private final DescribeModelUseCase models;

    KnownModels(DescribeModelUseCase models) {
        this.models = models;
    }

    /**
     * The model of this name.
     *
     * @param impossible for a name that no model could have
     * @param missing for a name that none has
     */
    ModelCard find(String name, Supplier<OllamaError> impossible, Supplier<OllamaError> missing) {
        try {
            return models.describe(new ModelName(name));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.ModelNotFound) {
                throw NameGrammar.accepts(name) ? missing.get() : impossible.get();
            }
            throw e;
        }
    }

    /** The error that most routes have for an impossible name. */
    static OllamaError invalidName() {
        return new OllamaError(400, "invalid model name");
    }

    static OllamaError nameRequired() {
        return new OllamaError(400, "model is required");
    }
}
