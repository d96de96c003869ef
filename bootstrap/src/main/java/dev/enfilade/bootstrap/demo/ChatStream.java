package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.bootstrap.demo.Speech.Call;
import dev.enfilade.bootstrap.demo.Speech.Mishap;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A streamed chat: one event per token, as the model speaks. Ends early with an {@link IOException} when the client
 * leaves.
 */
final class ChatStream {

    private final ChatAsk ask;
    private final Speech speech;
    private final Answer answer;

    ChatStream(ChatAsk ask, Speech speech, Answer answer) {
        this.ask = ask;
        this.speech = speech;
        this.answer = answer;
    }

    void run() throws IOException {
        send(Json.object().put("role", "assistant").put("content", ""));
        for (String thought : speech.thinking()) {
            answer.pause(speech.pause());
            send(Json.object().put("reasoning_content", thought));
        }
        for (String word : spoken()) {
            answer.pause(speech.pause());
            say(word);
        }
        for (int i = 0; i < speech.calls().size(); i++) {
            answer.pause(speech.pause());
            call(i, speech.calls().get(i));
        }
        end();
    }

    private List<String> spoken() {
        List<String> words = speech.words();
        return speech.mishap() == Mishap.NONE ? words : words.subList(0, words.size() / 2);
    }

    private void end() throws IOException {
        switch (speech.mishap()) {
            case NONE -> finish();
            case ERROR -> answer.event(Refusal.error("demo-error broke off", "server_error", "demo_error"));
            case CUT -> throw Answer.cut();
        }
    }

    private void finish() throws IOException {
        answer.event(chunk(Json.object(), choice -> choice.put("finish_reason", speech.finish())));
        if (ask.body().path("stream_options").path("include_usage").asBoolean()) {
            ObjectNode usage = ChatEndpoint.head(ask, "chat.completion.chunk");
            usage.putArray("choices");
            usage.set("usage", speech.usage(ask.promptTokens()));
            answer.event(usage);
        }
        answer.done();
    }

    private void say(String word) throws IOException {
        answer.event(chunk(Json.object().put("content", word), choice -> {
            if (ask.body().path("logprobs").asBoolean()) {
                choice.putObject("logprobs").putArray("content").add(Logprob.of(word, ask));
            }
        }));
    }

    /** As OpenAI sends calls: the name first, then the arguments in pieces. */
    private void call(int index, Call call) throws IOException {
        ObjectNode opening = ChatEndpoint.call(new Call(call.id(), call.name(), ""));
        send(calls(opening.put("index", index)));
        int half = call.arguments().length() / 2;
        for (String piece :
                List.of(call.arguments().substring(0, half), call.arguments().substring(half))) {
            ObjectNode more = Json.object().put("index", index);
            more.putObject("function").put("arguments", piece);
            send(calls(more));
        }
    }

    private static ObjectNode calls(ObjectNode call) {
        ObjectNode delta = Json.object();
        delta.putArray("tool_calls").add(call);
        return delta;
    }

    private void send(ObjectNode delta) throws IOException {
        answer.event(chunk(delta, _ -> {}));
    }

    private ObjectNode chunk(ObjectNode delta, Consumer<ObjectNode> more) {
        ObjectNode chunk = ChatEndpoint.head(ask, "chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("finish_reason");
        more.accept(choice);
        return chunk;
    }
}
