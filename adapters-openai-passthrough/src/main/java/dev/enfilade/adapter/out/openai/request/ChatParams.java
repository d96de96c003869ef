package dev.enfilade.adapter.out.openai.request;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A chat as {@code POST /chat/completions} has it, after OpenAI's reference; what differs is the dialect's. */
public final class ChatParams {

    private ChatParams() {}

    /**
     * Only what the client set is sent: no list is sent empty, and every other default is the backend's.
     *
     * @param dialect of the model
     * @param streamed whether the answer will be streamed; the SDK sets {@code stream} itself
     */
    public static Prepared<ChatCompletionCreateParams> of(ChatRequest request, Dialect dialect, boolean streamed) {
        BodyMembers body = new BodyMembers(dialect);
        tools(request.tools(), body);
        format(request.format(), dialect, body);
        body.thinking(request.thinking());
        body.sampling(request.sampling());
        reasoningOfEarlierTurns(request.messages(), body);
        request.logprobs().ifPresent(detail -> logprobs(detail, dialect, body));
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
                .model(request.model().value())
                .messages(request.messages().stream().map(MessageParams::of).toList())
                .putAllAdditionalBodyProperties(body.members());
        if (streamed && dialect.streamOptions()) {
            params.streamOptions(
                    ChatCompletionStreamOptions.builder().includeUsage(true).build());
        }
        return new Prepared<>(params.build(), body.dropped());
    }

    private static void tools(List<Tool> tools, BodyMembers body) {
        if (!tools.isEmpty()) {
            String list =
                    tools.stream().map(tool -> tool.definition().raw()).collect(Collectors.joining(",", "[", "]"));
            body.put("tools", RawJson.of(list));
        }
    }

    private static void format(ResponseFormat format, Dialect dialect, BodyMembers body) {
        switch (format) {
            case ResponseFormat.FreeText _ -> {}
            case ResponseFormat.AnyJson _ -> body.put("response_format", RawJson.of("{\"type\":\"json_object\"}"));
            case ResponseFormat.JsonSchema schema -> body.put("response_format", schema(schema.schema(), dialect));
        }
    }

    /** Strict only where the schema is fit for it: that mode refuses open schemas, which Ollama's clients send. */
    private static JsonValue schema(JsonText schema, Dialect dialect) {
        Optional<JsonText> strict = dialect.strictSchemas() ? StrictSchema.of(schema) : Optional.empty();
        return RawJson.of("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"schema\","
                + (strict.isPresent() ? "\"strict\":true," : "")
                + "\"schema\":" + strict.orElse(schema).raw() + "}}");
    }

    private static void reasoningOfEarlierTurns(List<Message> messages, BodyMembers body) {
        boolean any = messages.stream()
                .anyMatch(message -> message instanceof Message.AssistantMessage answer
                        && !answer.thinking().isEmpty());
        if (any) {
            body.drop("messages.thinking");
        }
    }

    private static void logprobs(LogprobDetail detail, Dialect dialect, BodyMembers body) {
        if (!dialect.logprobs()) {
            body.drop("logprobs");
            return;
        }
        body.put("logprobs", true);
        if (detail.alternatives() > 0) {
            body.put("top_logprobs", detail.alternatives());
        }
    }
}
