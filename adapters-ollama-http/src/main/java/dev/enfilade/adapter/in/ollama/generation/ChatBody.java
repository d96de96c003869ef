package dev.enfilade.adapter.in.ollama.generation;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.in.ollama.conversation.MessageBody;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.ModelName;
import java.util.List;

/**
 * The body of {@code POST /api/chat}; what the client left out is empty.
 *
 * @param tools definitions as they stand in the source
 */
record ChatBody(String model, List<MessageBody> messages, List<JsonText> tools, AskSettings settings) {

    ChatBody {
        requireNonNull(model, "model is null");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        requireNonNull(settings, "settings is null");
    }

    ModelName name() {
        return new ModelName(model);
    }
}
