package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.ByteStream;
import java.util.function.Consumer;

/** An answer that comes in one piece. */
final class WholeAnswer implements AnswerSource {

    private final ByteStream body;
    private final WholeDecoder decoder;

    WholeAnswer(ByteStream body, AnswerRules rules, Stopwatch watch, Consumer<GenerationEvent> events) {
        this.body = body;
        this.decoder = new WholeDecoder(rules, watch, events);
    }

    @Override
    public boolean pull() {
        decoder.decode(body);
        return false;
    }

    @Override
    public void close() {
        body.close();
    }
}
