package dev.enfilade.adapter.in.ollama;

import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Finds the model that a request names. Known names may have any form; Ollama's grammar is applied to unknown ones
 * only.
 */
final class ModelLookup {

    /** What most routes say of a name that no model could have. */
    static final Failure INVALID_NAME = new InvalidRequest("invalid model name");

    /** What most routes say if no model is named. */
    static final Failure NO_NAME = new InvalidRequest("model is required");

    private final DescribeModelUseCase describeModel;

    ModelLookup(DescribeModelUseCase describeModel) {
        this.describeModel = describeModel;
    }

    /**
     * The card of the model that a chat or a generation names.
     *
     * @param whenBlank what this endpoint says when no model is named; Ollama 0.33 has no common answer
     */
    ModelCard find(Context ctx, String model, Failure whenBlank) {
        if (model.isBlank()) {
            throw new FailureException(whenBlank);
        }
        Failure missing = new Failure.ModelNotFound(model);
        OllamaErrors.wordMissing(ctx, missing.text());
        return search(model, INVALID_NAME).orElseThrow(() -> new FailureException(missing));
    }

    /**
     * The model of this name, if there is one. An empty name has none, even where a model answers to any name.
     *
     * @param impossible what this endpoint says of a name that no model could have
     */
    Optional<ModelCard> search(String model, Failure impossible) {
        if (model.isBlank()) {
            throw new FailureException(impossible);
        }
        try {
            return Optional.of(describeModel.describe(new ModelName(model)));
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.ModelNotFound)) {
                throw e;
            }
            if (!NameGrammar.accepts(model)) {
                throw new FailureException(impossible, e);
            }
            return Optional.empty();
        }
    }
}
