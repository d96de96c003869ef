package dev.enfilade.adapter.out.openai;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.application.port.out.ChatBackendContract;
import dev.enfilade.application.port.out.Cue;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.chat.ToolCall;
import java.util.List;

final class PassthroughChatTest implements ChatBackendContract {

    @Override
    public Stage<ChatBackend> stage(Cue... script) {
        return ScriptedStage.of(OpenAiPassthrough::chat, new ChatAnswer(script));
    }

    /** Chunks and answers of {@code /chat/completions}. */
    static final class ChatAnswer extends CueAnswer {

        ChatAnswer(Cue... script) {
            super(script);
        }

        @Override
        String beginning() {
            return delta("\"role\":\"assistant\",\"content\":\"\"");
        }

        @Override
        String text(String text) {
            return delta("\"content\":" + quoted(text));
        }

        @Override
        String thought(String text) {
            return delta("\"reasoning_content\":" + quoted(text));
        }

        @Override
        String calls(List<ToolCall> calls) {
            return delta("\"tool_calls\":" + list(calls));
        }

        @Override
        String finish(String word) {
            return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":" + quoted(word) + "}]}";
        }

        @Override
        String whole(List<Cue> script) {
            StringBuilder text = new StringBuilder();
            StringBuilder message = new StringBuilder("\"role\":\"assistant\"");
            String ending = "";
            for (Cue cue : script) {
                switch (cue) {
                    case Cue.Text part -> text.append(part.text());
                    case Cue.Thought part ->
                        message.append(",\"reasoning_content\":").append(quoted(part.text()));
                    case Cue.Calls part -> message.append(",\"tool_calls\":").append(list(part.calls()));
                    case Cue.Finish end ->
                        ending = ",\"finish_reason\":" + quoted(word(end.reason())) + "}],\"usage\":"
                                + counts(end.usage());
                    default -> throw new IllegalArgumentException("not in a whole answer: " + cue);
                }
            }
            return "{\"choices\":[{\"index\":0,\"message\":{" + message + ",\"content\":" + quoted(text.toString())
                    + "}" + ending + "}";
        }

        private static String delta(String members) {
            return "{\"choices\":[{\"index\":0,\"delta\":{" + members + "},\"finish_reason\":null}]}";
        }

        private static String list(List<ToolCall> calls) {
            return calls.stream().map(call -> call(call, calls.indexOf(call))).collect(joining(",", "[", "]"));
        }

        private static String call(ToolCall call, int index) {
            return "{\"index\":" + index + ",\"id\":" + quoted(call.id().orElseThrow())
                    + ",\"type\":\"function\",\"function\":{\"name\":" + quoted(call.name()) + ",\"arguments\":"
                    + quoted(call.arguments().raw()) + "}}";
        }

        private static String quoted(String text) {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        }
    }
}
