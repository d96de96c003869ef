package dev.enfilade.adapter.in.ollama.embedding;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.util.List;
import java.util.Map;

/**
 * The body of {@code POST /api/embed} or of the older {@code POST /api/embeddings}; what the client left out is empty.
 *
 * @param inputs the texts; none if there is nothing to embed
 * @param inputIsText false if anything but texts was to be embedded
 * @param dimensions to how many numbers vectors are cut; 0 or less is not at all
 * @param wishes the names of members that concern a limit of the backend's, which cannot be told of them
 * @param options not yet checked, since Ollama checks them after the model
 */
record EmbedBody(
        String model,
        List<String> inputs,
        boolean inputIsText,
        long dimensions,
        KeepAlive keepAlive,
        List<String> wishes,
        Map<String, JsonText> options) {

    EmbedBody {
        requireNonNull(model, "model is null");
        inputs = List.copyOf(inputs);
        requireNonNull(keepAlive, "keepAlive is null");
        wishes = List.copyOf(wishes);
        requireNonNull(options, "options is null");
    }

    ModelName name() {
        return new ModelName(model);
    }

    /** @throws FailureException if there is something to embed that is no text */
    void checkInput() {
        if (!inputIsText) {
            throw new FailureException(new InvalidRequest("invalid input type"));
        }
    }
}
