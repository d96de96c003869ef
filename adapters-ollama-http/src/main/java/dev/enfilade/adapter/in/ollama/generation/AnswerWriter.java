package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.http.NdjsonWriter;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.Reply;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.stream.EventStream;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Writes one answer of chat or generate: a line per event as it comes, or one object. Reasoning that nobody wanted is
 * left out.
 */
final class AnswerWriter {

    private final CreatedAt createdAt;
    private final AnswerShape shape;
    private final Thinking wanted;
    private final JsonOut out = new JsonOut();
    private final int prefix;
    private long textEvents;

    /** @param model the name as the client wrote it, which every line repeats */
    AnswerWriter(String model, CreatedAt createdAt, AnswerShape shape, Thinking wanted) {
        this.createdAt = createdAt;
        this.shape = shape;
        this.wanted = wanted;
        this.prefix = out.beginObject().member("model", model).size();
    }

    /** @param promptBytes asked only if the backend counts no tokens */
    void write(Context ctx, Delivery delivery, EventStream<GenerationEvent> events, LongSupplier promptBytes)
            throws IOException {
        if (delivery == Delivery.STREAMED) {
            stream(new NdjsonWriter(ctx), events, promptBytes);
        } else {
            whole(ctx, Reply.from(events), promptBytes);
        }
    }

    /** Answers a request that asked for nothing but to have its model loaded or unloaded; never a stream. */
    void nothing(Context ctx, String doneReason) throws IOException {
        shape.nothing(begin(), doneReason);
        JsonReply.send(ctx, out.endObject());
    }

    private void stream(NdjsonWriter lines, EventStream<GenerationEvent> events, LongSupplier promptBytes) {
        while (events.hasNext()) {
            GenerationEvent event = events.next();
            if (isVisible(event)) {
                append(begin(), event, promptBytes);
                lines.write(out.endObject());
            }
            if (event instanceof Finished) {
                return;
            }
        }
        throw new FailureException(new Failure.Broken(Failure.Flaw.CUT));
    }

    /** Empty text makes no line unless probabilities came with it. */
    private boolean isVisible(GenerationEvent event) {
        return switch (event) {
            case TextDelta delta -> !delta.text().isEmpty() || !delta.logprobs().isEmpty();
            case ThinkingDelta _ -> !(wanted instanceof Thinking.Off);
            case ToolCalls made -> !made.calls().isEmpty();
            case Finished _ -> true;
        };
    }

    private void append(JsonOut line, GenerationEvent event, LongSupplier promptBytes) {
        switch (event) {
            case TextDelta delta -> {
                textEvents++;
                shape.text(line, delta.text(), delta.logprobs());
            }
            case ThinkingDelta delta -> {
                textEvents++;
                shape.thinking(line, delta.text());
            }
            case ToolCalls made -> shape.toolCalls(line, made.calls());
            case Finished end -> shape.finished(line, end, Counts.of(end, textEvents, promptBytes));
        }
    }

    private void whole(Context ctx, Reply reply, LongSupplier promptBytes) throws IOException {
        String thinking = wanted instanceof Thinking.Off ? "" : reply.thinking();
        Reply visible =
                new Reply(reply.text(), thinking, reply.calls(), reply.logprobs(), reply.textEvents(), reply.end());
        shape.whole(begin(), visible, Counts.of(reply.end(), reply.textEvents(), promptBytes));
        JsonReply.send(ctx, out.endObject());
    }

    private JsonOut begin() {
        out.truncate(prefix);
        return out.member("created_at", createdAt.now());
    }
}
