package dev.enfilade.adapter.out.openai.request;

import com.openai.core.JsonString;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartInputAudio;
import com.openai.models.chat.completions.ChatCompletionContentPartInputAudio.InputAudio;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionSystemMessageParam;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.chat.completions.ChatCompletionUserMessageParam;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.ToolCall;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns of a conversation as the SDK has them, after OpenAI's reference: only a person shows media, arguments of calls
 * are text. Reasoning of earlier turns stays behind: most backends do not want it back, and Ollama 0.33 was seen to
 * keep it from its engine.
 */
final class MessageParams {

    private MessageParams() {}

    static ChatCompletionMessageParam of(Message message) {
        return switch (message) {
            case Message.SystemMessage system -> inRole("system", system.text());
            case Message.UserMessage user -> ChatCompletionMessageParam.ofUser(user(user.parts()));
            case Message.AssistantMessage assistant -> ChatCompletionMessageParam.ofAssistant(assistant(assistant));
            case Message.ToolMessage tool -> ChatCompletionMessageParam.ofTool(tool(tool));
            case Message.OtherMessage other -> inRole(other.role(), other.text());
        };
    }

    private static ChatCompletionMessageParam inRole(String role, String text) {
        return ChatCompletionMessageParam.ofSystem(ChatCompletionSystemMessageParam.builder()
                .role(JsonString.of(role))
                .content(text)
                .build());
    }

    /** A plain string where there are only words: not every server takes a list of parts. */
    private static ChatCompletionUserMessageParam user(List<ContentPart> parts) {
        boolean onlyWords = parts.stream().allMatch(ContentPart.Text.class::isInstance);
        ChatCompletionUserMessageParam.Builder message = ChatCompletionUserMessageParam.builder();
        return onlyWords
                ? message.content(words(parts)).build()
                : message.contentOfArrayOfContentParts(parts.stream()
                                .filter(MessageParams::saysSomething)
                                .map(MessageParams::part)
                                .toList())
                        .build();
    }

    private static String words(List<ContentPart> parts) {
        return parts.stream().map(part -> ((ContentPart.Text) part).text()).collect(Collectors.joining());
    }

    private static boolean saysSomething(ContentPart part) {
        return !(part instanceof ContentPart.Text(String text) && text.isEmpty());
    }

    private static ChatCompletionContentPart part(ContentPart part) {
        return switch (part) {
            case ContentPart.Text words ->
                ChatCompletionContentPart.ofText(ChatCompletionContentPartText.builder()
                        .text(words.text())
                        .build());
            case ContentPart.Image image ->
                ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                        .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                                .url("data:" + image.mediaType() + ";base64," + image.base64())
                                .build())
                        .build());
            case ContentPart.Audio audio ->
                ChatCompletionContentPart.ofInputAudio(ChatCompletionContentPartInputAudio.builder()
                        .inputAudio(InputAudio.builder()
                                .data(audio.base64())
                                .format(InputAudio.Format.of(audio.format()))
                                .build())
                        .build());
        };
    }

    private static ChatCompletionAssistantMessageParam assistant(Message.AssistantMessage message) {
        ChatCompletionAssistantMessageParam.Builder params =
                ChatCompletionAssistantMessageParam.builder().content(message.text());
        if (!message.calls().isEmpty()) {
            params.toolCalls(message.calls().stream().map(MessageParams::call).toList());
        }
        return params.build();
    }

    private static ChatCompletionMessageToolCall call(ToolCall call) {
        return ChatCompletionMessageToolCall.ofFunction(ChatCompletionMessageFunctionToolCall.builder()
                .id(call.id().orElse(""))
                .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                        .name(call.name())
                        .arguments(call.arguments().raw())
                        .build())
                .build());
    }

    private static ChatCompletionToolMessageParam tool(Message.ToolMessage message) {
        return ChatCompletionToolMessageParam.builder()
                .content(message.text())
                .toolCallId(message.callId().orElse(""))
                .build();
    }
}
