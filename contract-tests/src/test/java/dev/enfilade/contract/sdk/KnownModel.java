package dev.enfilade.contract.sdk;

import dev.enfilade.adapter.in.ollama.OllamaPorts;
import dev.enfilade.application.port.in.DescribeModelUseCase;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.RunningModel;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.Timing;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.stream.EventStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An application with one model of which everything is known and which answers with everything there is. */
final class KnownModel {

    static final String NAME = "m";

    private static final ModelCard CARD = new ModelCard(
            new ModelName(NAME),
            Instant.EPOCH,
            "somebody",
            Capabilities.stated(List.of(Capability.values())),
            8192,
            OptionalInt.of(4096),
            new ModelDetails("gguf", "llama", "1.2B", "Q4_K_M"));

    private static final TokenLogprob TOKEN = new TokenLogprob("a", -0.5, List.of());

    private static final List<GenerationEvent> ANSWER = List.of(
            new ThinkingDelta("hm"),
            new TextDelta("a", List.of(new TokenLogprob("a", -0.5, List.of(TOKEN)))),
            new ToolCalls(List.of(new ToolCall(Optional.of("call_1"), "f", JsonText.EMPTY_OBJECT))),
            new Finished(FinishReason.STOP, Optional.of(new Usage(3, 2)), new Timing(4, 1, 2, 3)));

    private KnownModel() {}

    static OllamaPorts ports() {
        DescribeModelUseCase describe = KnownModel::describe;
        return new OllamaPorts(
                () -> new ModelListing(List.of(CARD)),
                describe,
                (_, _) -> {},
                () -> List.of(new RunningModel(CARD, Instant.EPOCH)),
                _ -> new Events(ANSWER.iterator()),
                _ -> new Events(ANSWER.iterator()),
                _ -> new EmbeddingResult(List.of(Vector.of(3, 4)), OptionalLong.of(2)));
    }

    private static ModelCard describe(ModelName name) {
        if (!name.sameAs(CARD.name())) {
            throw new FailureException(new Failure.ModelNotFound(name.value()));
        }
        return CARD;
    }

    /** Events from memory. */
    private record Events(Iterator<GenerationEvent> left) implements EventStream<GenerationEvent> {

        @Override
        public boolean hasNext() {
            return left.hasNext();
        }

        @Override
        public GenerationEvent next() {
            return left.next();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
