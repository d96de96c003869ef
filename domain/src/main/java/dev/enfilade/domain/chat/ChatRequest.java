package dev.enfilade.domain.chat;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Optional;

/**
 * A conversation that wants its next turn.
 *
 * @param logprobs how much to tell about each token; absent is nothing
 */
public record ChatRequest(
        ModelName model,
        List<Message> messages,
        List<Tool> tools,
        ResponseFormat format,
        Thinking thinking,
        Sampling sampling,
        Optional<LogprobDetail> logprobs,
        Delivery delivery) {

    public ChatRequest {
        requireNonNull(model, "model is null");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        requireNonNull(format, "format is null");
        requireNonNull(thinking, "thinking is null");
        requireNonNull(sampling, "sampling is null");
        requireNonNull(logprobs, "logprobs is null");
        requireNonNull(delivery, "delivery is null");
    }

    public ChatRequest withModel(ModelName other) {
        return new ChatRequest(other, messages, tools, format, thinking, sampling, logprobs, delivery);
    }

    public ChatRequest withMessages(List<Message> other) {
        return new ChatRequest(model, other, tools, format, thinking, sampling, logprobs, delivery);
    }

    public ChatRequest withThinking(Thinking other) {
        return new ChatRequest(model, messages, tools, format, other, sampling, logprobs, delivery);
    }
}
