package dev.enfilade.adapter.in.ollama;

import dev.enfilade.application.port.out.Cue;
import dev.enfilade.application.port.out.FakeChatBackend;
import dev.enfilade.application.port.out.FakeCompletionBackend;
import dev.enfilade.domain.catalog.KeepAlive;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelListing;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.embedding.EmbeddingRequest;
import dev.enfilade.domain.embedding.EmbeddingResult;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;

/** An application in memory: some models, and scripted answers that also keep what was asked. */
final class FakeApplication {

    final List<ModelCard> models = new ArrayList<>();
    final List<String> held = new ArrayList<>();
    FakeChatBackend chats = FakeChatBackend.playing(new Cue.Text("Hi"), Cue.stop());
    FakeCompletionBackend completions = FakeCompletionBackend.playing(new Cue.Text("Hi"), Cue.stop());

    FakeApplication(ModelCard... models) {
        this.models.addAll(List.of(models));
    }

    OllamaPorts ports() {
        return new OllamaPorts(
                () -> new ModelListing(models),
                this::describe,
                this::hold,
                List::of,
                request -> chats.chat(request),
                request -> completions.complete(request),
                FakeApplication::embed);
    }

    private ModelCard describe(ModelName name) {
        return models.stream()
                .filter(card -> card.name().sameAs(name))
                .findFirst()
                .orElseThrow(() -> new FailureException(new Failure.ModelNotFound(name.value())));
    }

    private void hold(ModelName name, KeepAlive keepAlive) {
        held.add(name + " " + keepAlive);
    }

    private static EmbeddingResult embed(EmbeddingRequest request) {
        throw new UnsupportedOperationException("no test embeds");
    }
}
