package dev.enfilade.adapter.out.openai.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Knob;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that differ from the plainest one in one point, and bodies as they go on the wire. */
final class Asked {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Asked() {}

    static ChatRequest plainly() {
        return with(List.of(UserMessage.ofText("Is water wet?")));
    }

    static ChatRequest with(List<Message> messages) {
        return new ChatRequest(
                new ModelName("plain"),
                messages,
                List.of(),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                Delivery.WHOLE);
    }

    static ChatRequest with(Message message) {
        return with(List.of(message));
    }

    static ChatRequest with(Tool... tools) {
        ChatRequest plain = plainly();
        return new ChatRequest(
                plain.model(),
                plain.messages(),
                List.of(tools),
                plain.format(),
                plain.thinking(),
                plain.sampling(),
                plain.logprobs(),
                plain.delivery());
    }

    static ChatRequest with(ResponseFormat format) {
        ChatRequest plain = plainly();
        return new ChatRequest(
                plain.model(),
                plain.messages(),
                plain.tools(),
                format,
                plain.thinking(),
                plain.sampling(),
                plain.logprobs(),
                plain.delivery());
    }

    static ChatRequest with(Thinking thinking) {
        ChatRequest plain = plainly();
        return new ChatRequest(
                plain.model(),
                plain.messages(),
                plain.tools(),
                plain.format(),
                thinking,
                plain.sampling(),
                plain.logprobs(),
                plain.delivery());
    }

    static ChatRequest with(Map<Knob, Number> knobs, String... stop) {
        return with(new Sampling(knobs, List.of(stop)));
    }

    static ChatRequest with(Sampling sampling) {
        ChatRequest plain = plainly();
        return new ChatRequest(
                plain.model(),
                plain.messages(),
                plain.tools(),
                plain.format(),
                plain.thinking(),
                sampling,
                plain.logprobs(),
                plain.delivery());
    }

    static ChatRequest with(LogprobDetail logprobs) {
        ChatRequest plain = plainly();
        return new ChatRequest(
                plain.model(),
                plain.messages(),
                plain.tools(),
                plain.format(),
                plain.thinking(),
                plain.sampling(),
                Optional.of(logprobs),
                plain.delivery());
    }

    static GenerateRequest toContinue(Prompt prompt) {
        return new GenerateRequest(
                new ModelName("plain"),
                prompt,
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                Delivery.WHOLE);
    }

    /** The text that the SDK makes of a body. */
    static String wire(Object body) {
        try {
            return ObjectMappers.jsonMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON to compare: members in any order, numbers to the last digit. */
    static JsonNode tree(String json) {
        try {
            return EXACT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
