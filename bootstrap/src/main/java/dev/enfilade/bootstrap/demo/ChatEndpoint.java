package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.bootstrap.demo.Speech.Call;
import java.io.IOException;

/** {@code POST /v1/chat/completions}, whole and streamed. */
final class ChatEndpoint {

    void answer(JsonNode body, Answer answer) throws IOException, Refusal {
        ChatAsk ask = new ChatAsk(body);
        if (ask.messages().isEmpty()) {
            throw Refusal.badRequest("messages is empty");
        }
        Speech speech = Speaker.answer(ask);
        if (body.path("stream").asBoolean()) {
            new ChatStream(ask, speech, answer).run();
        } else {
            whole(ask, speech, answer);
        }
    }

    private static void whole(ChatAsk ask, Speech speech, Answer answer) throws IOException {
        answer.pause(speech.pause().multipliedBy(speech.tokens()));
        ObjectNode body = head(ask, "chat.completion");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        choice.set("message", message(speech));
        choice.put("finish_reason", speech.finish());
        if (ask.body().path("logprobs").asBoolean()) {
            ArrayNode content = choice.putObject("logprobs").putArray("content");
            speech.words().forEach(word -> content.add(Logprob.of(word, ask)));
        }
        body.set("usage", speech.usage(ask.promptTokens()));
        switch (speech.mishap()) {
            case NONE -> answer.whole(200, body);
            case ERROR -> answer.whole(500, Refusal.error("demo-error broke off", "server_error", "demo_error"));
            case CUT -> throw answer.cut(body);
        }
    }

    private static ObjectNode message(Speech speech) {
        ObjectNode message = Json.object().put("role", "assistant");
        if (speech.calls().isEmpty()) {
            message.put("content", String.join("", speech.words()));
        } else {
            message.putNull("content");
        }
        if (!speech.thinking().isEmpty()) {
            message.put("reasoning_content", String.join("", speech.thinking()));
        }
        for (Call call : speech.calls()) {
            message.withArray("tool_calls").add(call(call));
        }
        return message;
    }

    static ObjectNode call(Call call) {
        ObjectNode node = Json.object().put("id", call.id()).put("type", "function");
        node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
        return node;
    }

    static ObjectNode head(ChatAsk ask, String object) {
        return Json.object()
                .put("id", "chatcmpl-demo")
                .put("object", object)
                .put("created", ModelsEndpoint.CREATED)
                .put("model", ask.body().path("model").asText());
    }
}
