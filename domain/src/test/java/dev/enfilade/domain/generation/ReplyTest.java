package dev.enfilade.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.stream.EventStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final Finished END =
            new Finished(FinishReason.LENGTH, Optional.of(new Usage(1, 2)), new Timing(0, -5, 1, 7));

    @Test
    void aReplyIsTheFoldOfItsStream() {
        TokenLogprob token = new TokenLogprob("a", -0.5, List.of());
        ToolCall call = new ToolCall(Optional.of("id"), "f", JsonText.EMPTY_OBJECT);

        Reply reply = Reply.from(stream(
                new ThinkingDelta("hm"),
                new TextDelta("a", List.of(token)),
                new TextDelta("b"),
                new ToolCalls(List.of(call)),
                END));

        assertThat(reply).isEqualTo(new Reply("ab", "hm", List.of(call), List.of(token), 3, END));
    }

    @Test
    void aStreamThatRunsDryIsAFailureAndNeverAReply() {
        assertThatThrownBy(() -> Reply.from(stream(new TextDelta("half"))))
                .isInstanceOf(FailureException.class)
                .hasMessage("upstream closed the stream before it was complete");
    }

    @Test
    void timesAreNeverZeroSinceZeroIsLeftOut() {
        assertThat(END.timing()).isEqualTo(new Timing(1, 1, 1, 7));
    }

    private static EventStream<GenerationEvent> stream(GenerationEvent... events) {
        Iterator<GenerationEvent> iterator = List.of(events).iterator();
        return new EventStream<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public GenerationEvent next() {
                return iterator.next();
            }

            @Override
            public void close() {}
        };
    }
}
