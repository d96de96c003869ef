package dev.enfilade.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.application.port.out.Cue.Calls;
import dev.enfilade.application.port.out.Cue.Finish;
import dev.enfilade.application.port.out.Cue.Text;
import dev.enfilade.application.port.out.Cue.Thought;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ChatBackend} does. */
public interface ChatBackendContract extends GenerationContract<ChatBackend> {

    ToolCall WEATHER = new ToolCall(
            Optional.of("call_u7x2"), "get_weather", new JsonText("{\"city\":\"Paris\",\"unit\":\"celsius\"}"));

    @Override
    default EventStream<GenerationEvent> ask(ChatBackend backend, Delivery delivery) {
        return backend.chat(greeting(delivery));
    }

    /** A request with nothing but a question. */
    static ChatRequest greeting(Delivery delivery) {
        return new ChatRequest(
                new ModelName("plain"),
                List.of(UserMessage.ofText("Greet me.")),
                List.of(),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                delivery);
    }

    @Test
    default void reasoningComesBeforeTheText() {
        try (Stage<ChatBackend> stage = stage(new Thought("Add."), new Text("4"), Cue.stop());
                EventStream<GenerationEvent> stream = ask(stage.backend(), Delivery.STREAMED)) {
            assertThat(stream.next()).isEqualTo(new ThinkingDelta("Add."));
            assertThat(stream.next()).isEqualTo(new TextDelta("4"));
            assertThat(stream.next()).isInstanceOf(Finished.class);
        }
    }

    @Test
    default void toolCallsComeTogetherAfterTheText() {
        ToolCall second = new ToolCall(Optional.of("call_u7x3"), "ping", JsonText.EMPTY_OBJECT);
        Cue end = new Finish(FinishReason.TOOL_CALLS, new Usage(84, 27));
        try (Stage<ChatBackend> stage = stage(new Text("Let me look."), new Calls(List.of(WEATHER, second)), end);
                EventStream<GenerationEvent> stream = ask(stage.backend(), Delivery.STREAMED)) {
            assertThat(stream.next()).isEqualTo(new TextDelta("Let me look."));
            assertThat(stream.next()).isEqualTo(new ToolCalls(List.of(WEATHER, second)));
            assertThat(stream.next()).isInstanceOf(Finished.class);
        }
    }

    @Test
    default void wholeAnswerHasItsReasoningAndItsToolCalls() {
        Cue end = new Finish(FinishReason.TOOL_CALLS, new Usage(84, 27));
        try (Stage<ChatBackend> stage = stage(new Thought("I need data."), new Calls(List.of(WEATHER)), end);
                EventStream<GenerationEvent> stream = ask(stage.backend(), Delivery.WHOLE)) {
            Reply reply = Reply.from(stream);
            assertThat(reply.thinking()).isEqualTo("I need data.");
            assertThat(reply.calls()).containsExactly(WEATHER);
        }
    }
}
