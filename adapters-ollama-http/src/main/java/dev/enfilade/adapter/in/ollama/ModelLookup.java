package dev.enfilade.adapter.in.ollama;

import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;

/**
 * Finds the model that a request names. Known names may have any form; Ollama's grammar is applied to unknown ones
 * only.
 */
final class ModelLookup {

    private static final Failure INVALID_NAME = new InvalidRequest("invalid model name");

    private final DescribeModelUseCase describeModel;

    ModelLookup(DescribeModelUseCase describeModel) {
        this.describeModel = describeModel;
    }

    /**
     * The model's card.
     *
     * @param whenBlank what this endpoint says when no model is named; Ollama 0.33 has no common answer
     */
    ModelCard find(Context ctx, String model, Failure whenBlank) {
        if (model.isBlank()) {
            throw new FailureException(whenBlank);
        }
        OllamaErrors.askedFor(ctx, model);
        try {
            return describeModel.describe(new ModelName(model));
        } catch (FailureException e) {
            boolean misspelled = e.failure() instanceof Failure.ModelNotFound && !NameGrammar.accepts(model);
            throw misspelled ? new FailureException(INVALID_NAME, e) : e;
        }
    }
}
