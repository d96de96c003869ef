package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.adapter.out.openai.decode.AnswerRules.Reasoning;
import dev.enfilade.adapter.out.openai.sse.SseReader;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.ByteStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Answers decoded from memory. */
final class Decoding {

    static final AnswerRules TOLD = rules(Reasoning.TOLD);
    static final AnswerRules DROPPED = rules(Reasoning.DROPPED);

    private Decoding() {}

    static AnswerRules rules(Reasoning reasoning) {
        return new AnswerRules(
                reasoning, 2, error -> new Failure.Refused(error.status(), error.text(), error.type(), error.code()));
    }

    /** A clock that goes on by one nanosecond each time it is looked at. */
    static Stopwatch watch() {
        return new Stopwatch(new AtomicLong()::getAndIncrement);
    }

    static AnswerStream stream(ByteStream body) {
        return stream(body, TOLD);
    }

    static AnswerStream stream(ByteStream body, AnswerRules rules) {
        return AnswerStream.ofEvents(new SseReader(body), rules, watch());
    }

    /** All events of a stream of these chunks with the mark of the end behind them. */
    static List<GenerationEvent> chunks(String... chunks) {
        return all(stream(Bytes.of(sse(chunks) + "data: [DONE]\n\n")));
    }

    static List<GenerationEvent> whole(String json) {
        return all(AnswerStream.ofWhole(Bytes.of(json), TOLD, watch()));
    }

    static String sse(String... chunks) {
        StringBuilder stream = new StringBuilder();
        for (String chunk : chunks) {
            stream.append("data: ").append(chunk).append("\n\n");
        }
        return stream.toString();
    }

    static List<GenerationEvent> all(AnswerStream stream) {
        List<GenerationEvent> events = new ArrayList<>();
        stream.forEachRemaining(events::add);
        return events;
    }

    /** A chunk whose delta has these members. */
    static String delta(String members) {
        return "{\"choices\":[{\"index\":0,\"delta\":{" + members + "},\"finish_reason\":null}]}";
    }

    static String say(String text) {
        return delta("\"content\":\"" + text + "\"");
    }

    static String finish(String reason) {
        return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
    }
}
