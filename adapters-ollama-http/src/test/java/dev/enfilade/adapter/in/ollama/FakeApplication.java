package dev.enfilade.adapter.in.ollama;

import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.catalog.RunningModel;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.embedding.Vector;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.stream.EventStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** An application in memory: some models, one planned answer, and a memory of what was asked. */
public final class FakeApplication {

    public final List<ModelCard> models = new CopyOnWriteArrayList<>();
    public volatile Optional<Failure> catalogFailure = Optional.empty();
    public final List<String> held = new CopyOnWriteArrayList<>();
    public final List<ChatRequest> chats = new CopyOnWriteArrayList<>();
    public final List<GenerateRequest> generations = new CopyOnWriteArrayList<>();

    /** What chat and generate are answered with; it may throw, as a backend that fails before its first event. */
    public volatile Supplier<EventStream<GenerationEvent>> answer =
            () -> ScriptedEvents.of(new TextDelta("Hi"), ScriptedEvents.STOP);

    /** What counts as loaded. */
    public final List<RunningModel> running = new CopyOnWriteArrayList<>();

    public final List<EmbeddingRequest> embeddings = new CopyOnWriteArrayList<>();

    /** What embedding is answered with, unless there is nothing to embed; it may throw. */
    public volatile Supplier<EmbeddingResult> vectors =
            () -> new EmbeddingResult(List.of(Vector.of(3, 0, 4, 0)), OptionalLong.of(2));

    public FakeApplication(ModelCard... models) {
        this.models.addAll(List.of(models));
    }

    public OllamaPorts ports() {
        return new OllamaPorts(
                () -> new ModelListing(models),
                this::describe,
                this::hold,
                () -> running,
                this::chat,
                this::generate,
                this::embed);
    }

    /** As if nothing had been asked yet. */
    public void forget() {
        List.of(held, chats, generations, embeddings).forEach(List::clear);
    }

    private ModelCard describe(ModelName name) {
        catalogFailure.ifPresent(failure -> {
            throw new FailureException(failure);
        });
        return models.stream()
                .filter(card -> card.name().sameAs(name))
                .findFirst()
                .orElseThrow(() -> new FailureException(new Failure.ModelNotFound(name.value())));
    }

    private void hold(ModelName name, KeepAlive keepAlive) {
        held.add(name + " " + keepAlive);
    }

    private EventStream<GenerationEvent> chat(ChatRequest request) {
        chats.add(request);
        return answer.get();
    }

    private EventStream<GenerationEvent> generate(GenerateRequest request) {
        generations.add(request);
        return answer.get();
    }

    private EmbeddingResult embed(EmbeddingRequest request) {
        if (request.inputs().isEmpty()) {
            return new EmbeddingResult(List.of(), OptionalLong.empty());
        }
        embeddings.add(request);
        return vectors.get();
    }
}
