package dev.enfilade.contract.backend;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Replies as OpenAI writes them, whole or as the events of a stream. */
final class WireForm {

    private final String model;
    private final Reply reply;

    WireForm(String model, Reply reply) {
        this.model = model;
        this.reply = reply;
    }

    ObjectNode whole() {
        ObjectNode root = root("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", reply.text());
        if (!reply.thoughts().isEmpty()) {
            message.put("reasoning_content", reply.thoughts());
        }
        if (!reply.calls().isEmpty()) {
            message.set("tool_calls", calls());
        }
        choice.put("finish_reason", finishReason());
        root.set("usage", usage());
        return root;
    }

    /** Everything up to the ending. */
    List<ObjectNode> events() {
        List<ObjectNode> events = new ArrayList<>();
        events.add(delta(object().put("role", "assistant").put("content", "")));
        if (!reply.thoughts().isEmpty()) {
            events.add(delta(object().put("reasoning_content", reply.thoughts())));
        }
        reply.words().forEach(piece -> events.add(delta(object().put("content", piece))));
        calls().forEach(call -> {
            ObjectNode tool = object();
            tool.putArray("tool_calls").add(call);
            events.add(delta(tool));
        });
        return events;
    }

    /** The two events of a clean ending. */
    List<ObjectNode> lastEvents() {
        ObjectNode finish = root("chat.completion.chunk");
        finish.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", finishReason())
                .putObject("delta");
        ObjectNode counts = root("chat.completion.chunk");
        counts.putArray("choices");
        counts.set("usage", usage());
        return List.of(finish, counts);
    }

    private String finishReason() {
        return reply.calls().isEmpty() ? "stop" : "tool_calls";
    }

    private ObjectNode delta(ObjectNode delta) {
        ObjectNode event = root("chat.completion.chunk");
        event.putArray("choices")
                .addObject()
                .put("index", 0)
                .putNull("finish_reason")
                .set("delta", delta);
        return event;
    }

    private ArrayNode calls() {
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        for (Call call : reply.calls()) {
            calls.addObject()
                    .put("index", calls.size() - 1)
                    .put("id", call.id())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.name())
                    .put("arguments", call.arguments());
        }
        return calls;
    }

    private ObjectNode root(String kind) {
        return object().put("id", "chatcmpl-1")
                .put("object", kind)
                .put("created", 1_700_000_000)
                .put("model", model);
    }

    private static ObjectNode usage() {
        return object().put("prompt_tokens", 7).put("completion_tokens", 3).put("total_tokens", 10);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
