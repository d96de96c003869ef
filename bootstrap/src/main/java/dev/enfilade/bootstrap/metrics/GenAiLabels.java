package dev.enfilade.bootstrap.metrics;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Tags;

/**
 * By what calls of models are told apart; the names are those of OpenTelemetry's conventions.
 *
 * @param provider the configured name of the backend
 * @param asked the model under the name that clients know it by
 * @param model the backend's own name of it
 */
record GenAiLabels(String operation, String provider, String asked, String model) {

    GenAiLabels {
        requireNonNull(operation, "operation is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(asked, "asked is null");
        requireNonNull(model, "model is null");
    }

    Tags tags() {
        return Tags.of(
                "gen_ai.operation.name", operation,
                "gen_ai.provider.name", provider,
                "gen_ai.request.model", asked,
                "gen_ai.response.model", model);
    }
}
