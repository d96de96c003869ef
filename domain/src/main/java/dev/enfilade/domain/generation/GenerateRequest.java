package dev.enfilade.domain.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.util.Optional;

/**
 * A prompt that wants to be continued.
 *
 * @param logprobs how much to tell about each token; absent is nothing
 */
public record GenerateRequest(
        ModelName model,
        Prompt prompt,
        ResponseFormat format,
        Thinking thinking,
        Sampling sampling,
        Optional<LogprobDetail> logprobs,
        Delivery delivery) {

    public GenerateRequest {
        requireNonNull(model, "model is null");
        requireNonNull(prompt, "prompt is null");
        requireNonNull(format, "format is null");
        requireNonNull(thinking, "thinking is null");
        requireNonNull(sampling, "sampling is null");
        requireNonNull(logprobs, "logprobs is null");
        requireNonNull(delivery, "delivery is null");
    }

    public GenerateRequest withModel(ModelName other) {
        return new GenerateRequest(other, prompt, format, thinking, sampling, logprobs, delivery);
    }
}
