package dev.enfilade.contract.compatibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.request.ChatParams;
import dev.enfilade.adapter.out.openai.request.CompletionParams;
import dev.enfilade.adapter.out.openai.request.Prepared;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.LogprobDetail;
import dev.enfilade.domain.request.Sampling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of a request, and what a dialect makes of them. */
record Ask(Sampling sampling, Thinking thinking, ResponseFormat format, Optional<LogprobDetail> logprobs) {

    static final Ask PLAINLY =
            new Ask(Sampling.UNSET, new Thinking.Unset(), new ResponseFormat.FreeText(), Optional.empty());

    private static final ModelName MODEL = new ModelName("m");
    private static final ObjectMapper JSON = ObjectMappers.jsonMapper();

    static Ask with(Sampling sampling) {
        return new Ask(sampling, PLAINLY.thinking, PLAINLY.format, PLAINLY.logprobs);
    }

    static Ask with(Thinking thinking) {
        return new Ask(PLAINLY.sampling, thinking, PLAINLY.format, PLAINLY.logprobs);
    }

    static Ask with(ResponseFormat format) {
        return new Ask(PLAINLY.sampling, PLAINLY.thinking, format, PLAINLY.logprobs);
    }

    static Ask with(LogprobDetail detail) {
        return new Ask(PLAINLY.sampling, PLAINLY.thinking, PLAINLY.format, Optional.of(detail));
    }

    /** What a chat with these settings has beyond one without any. */
    String asChat(Dialect dialect) {
        return words(chat(dialect), PLAINLY.chat(dialect));
    }

    /** The same for a raw prompt. */
    String asCompletion(Dialect dialect) {
        return words(
                completion(dialect, new Prompt.Verbatim("x")), PLAINLY.completion(dialect, new Prompt.Verbatim("x")));
    }

    /** What becomes of a gap to be filled. */
    static String infill(Dialect dialect) {
        try {
            return words(
                    PLAINLY.completion(dialect, new Prompt.Infill("x", "y")),
                    PLAINLY.completion(dialect, new Prompt.Verbatim("x")));
        } catch (FailureException _) {
            return "refused";
        }
    }

    /** What a streamed chat has beyond a whole one. */
    static String streamed(Dialect dialect) {
        ChatRequest request = PLAINLY.request();
        return words(chat(request, dialect, true), chat(request, dialect, false));
    }

    private Sent chat(Dialect dialect) {
        return chat(request(), dialect, false);
    }

    private static Sent chat(ChatRequest request, Dialect dialect, boolean streamed) {
        Prepared<ChatCompletionCreateParams> prepared = ChatParams.of(request, dialect, streamed);
        return new Sent(json(prepared.params()._body()), prepared.dropped());
    }

    private ChatRequest request() {
        return new ChatRequest(
                MODEL,
                List.of(new UserMessage(List.of(new ContentPart.Text("x")))),
                List.of(),
                format,
                thinking,
                sampling,
                logprobs,
                Delivery.WHOLE);
    }

    private Sent completion(Dialect dialect, Prompt prompt) {
        GenerateRequest request =
                new GenerateRequest(MODEL, prompt, format, thinking, sampling, logprobs, Delivery.WHOLE);
        Prepared<CompletionCreateParams> prepared = CompletionParams.of(request, dialect, false);
        return new Sent(json(prepared.params()._body()), prepared.dropped());
    }

    /** A body, and the names of what it had no place for. */
    private record Sent(JsonNode body, List<String> dropped) {}

    private static JsonNode json(Object body) {
        try {
            return JSON.readTree(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String words(Sent sent, Sent plain) {
        Stream<String> added = sent.body
                .propertyStream()
                .filter(member -> !member.getValue().equals(plain.body.get(member.getKey())))
                .map(Ask::word);
        String words = Stream.concat(added, sent.dropped.stream().map(_ -> "*dropped*"))
                .collect(Collectors.joining("<br>"));
        return words.isEmpty() ? "-" : words;
    }

    private static String word(Map.Entry<String, JsonNode> member) {
        return "`" + member.getKey() + "`: `" + member.getValue() + "`";
    }
}
