package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.http.OllamaErrors;
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
public final class ModelLookup {

    /** What most routes say of a name that no model could have. */
    static final Failure INVALID_NAME = new InvalidRequest("invalid model name");

    /** What most routes say if no model is named. */
    public static final Failure NO_NAME = new InvalidRequest("model is required");

    /** What Ollama 0.33 calls a model of its cloud, which is switched off here. */
    public static final String REMOTE_MODEL = "remote model is unavailable";

    private final DescribeModelUseCase describeModel;

    public ModelLookup(DescribeModelUseCase describeModel) {
        this.describeModel = describeModel;
    }

    /**
     * The card of the model that a chat or a generation names.
     *
     * @param whenBlank what this endpoint says when no model is named; Ollama 0.33 has no common answer
     */
    public ModelCard find(Context ctx, String model, Failure whenBlank) {
        if (model.isBlank()) {
            throw new FailureException(whenBlank);
        }
        Failure missing = new Failure.ModelNotFound(model);
        OllamaErrors.wordMissing(ctx, missing.text());
        return usable(model, REMOTE_MODEL).orElseThrow(() -> new FailureException(missing));
    }

    /**
     * The model of this name, if there is one that can be used from here.
     *
     * @param remote what this endpoint calls a model of Ollama's cloud
     * @throws OllamaError status 403 if an unknown name asks for that cloud
     */
    public Optional<ModelCard> usable(String model, String remote) {
        Optional<ModelCard> found = search(model, INVALID_NAME);
        if (found.isEmpty() && NameSource.of(model).place() == NameSource.Place.CLOUD) {
            throw new OllamaError(403, "ollama cloud is disabled: " + remote);
        }
        return found;
    }

    /**
     * The model of this name, if there is one.
     *
     * @param impossible what this endpoint says of a name that no model could have
     */
    Optional<ModelCard> search(String model, Failure impossible) {
        Optional<ModelCard> found = known(model);
        if (found.isEmpty() && !NameGrammar.accepts(NameSource.of(model).base())) {
            throw new FailureException(impossible);
        }
        return found;
    }

    /** The model of this name, if there is one. An empty name has none, even where a model answers to any name. */
    Optional<ModelCard> known(String model) {
        try {
            return model.isBlank() ? Optional.empty() : Optional.of(describeModel.describe(new ModelName(model)));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.ModelNotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
