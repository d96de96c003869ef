package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.conversation.MessageBody;
import dev.enfilade.adapter.in.ollama.conversation.MessageReader;
import dev.enfilade.adapter.in.ollama.conversation.ToolReader;
import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.domain.JsonText;
import java.util.List;

/** Reads {@link ChatBody}. */
final class ChatBodyReader {

    private final GoReader in;
    private final AskSettingsReader settings;
    private String model = "";
    private List<MessageBody> messages = List.of();
    private List<JsonText> tools = List.of();

    private ChatBodyReader(GoReader in) {
        this.in = in;
        this.settings = new AskSettingsReader(in);
    }

    static ChatBody read(GoReader in) {
        ChatBodyReader body = new ChatBodyReader(in);
        in.struct("api.ChatRequest", body::member);
        return new ChatBody(body.model, body.messages, body.tools, body.settings.settings());
    }

    private void member(String name) {
        switch (name) {
            case "model" -> model = in.string(model);
            case "messages" -> messages = in.list("[]api.Message", messages, MessageReader::read);
            case "tools" -> tools = in.list("api.Tools", tools, ToolReader::read);
            default -> settings.member(name);
        }
    }
}
