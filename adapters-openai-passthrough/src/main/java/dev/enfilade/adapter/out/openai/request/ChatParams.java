package dev.enfilade.adapter.out.openai.request;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Tool;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.List;
import java.util.stream.Collectors;

/** A chat as {@code POST /chat/completions} has it. */
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
        format(request.format(), body);
        body.thinking(request.thinking());
        body.sampling(request.sampling());
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

    private static void format(ResponseFormat format, BodyMembers body) {
        switch (format) {
            case ResponseFormat.FreeText _ -> {}
            case ResponseFormat.AnyJson _ -> body.put("response_format", RawJson.of("{\"type\":\"json_object\"}"));
            case ResponseFormat.JsonSchema schema ->
                // Not strict: OpenAI's strict mode refuses open schemas, which Ollama's clients send.
                body.put(
                        "response_format",
                        RawJson.of("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"schema\",\"schema\":"
                                + schema.schema().raw() + "}}"));
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
