package dev.enfilade.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.catalog.ModelTraits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ModelCatalog} does. */
public interface ModelCatalogContract {

    /** A backend that offers first one list, then the next, then always the last. */
    Stage<ModelCatalog> offering(List<List<ListedModel>> lists);

    /** A backend that has only an error to offer. */
    Stage<ModelCatalog> refusing(int status, String text);

    /** A backend that takes the request and says nothing. */
    Stage<ModelCatalog> silent();

    /** A model as a backend without metadata lists it. */
    static ListedModel bare(String id) {
        return new ListedModel(
                id, Optional.of(Instant.ofEpochSecond(1_767_225_600)), Optional.of("golden"), ModelTraits.UNKNOWN);
    }

    @Test
    default void modelsComeInTheBackendsOrderWithTheirOwnNames() {
        List<ListedModel> models = List.of(bare("plain"), bare("acme/tuned:v2"), bare("meta-corp/Big-3.1-8B-Instruct"));
        try (Stage<ModelCatalog> stage = offering(List.of(models))) {
            assertThat(stage.backend().models()).isEqualTo(models);
        }
    }

    @Test
    default void noModelsAreAnEmptyList() {
        try (Stage<ModelCatalog> stage = offering(List.of(List.of()))) {
            assertThat(stage.backend().models()).isEmpty();
        }
    }

    @Test
    default void everyCallAsksAnew() {
        try (Stage<ModelCatalog> stage = offering(List.of(List.of(bare("old")), List.of(bare("new"))))) {
            assertThat(stage.backend().models()).containsExactly(bare("old"));
            assertThat(stage.backend().models()).containsExactly(bare("new"));
        }
    }

    @Test
    default void refusalIsThrown() {
        try (Stage<ModelCatalog> stage = refusing(503, "not yet")) {
            Fails.refused(503, "not yet", () -> stage.backend().models());
        }
    }

    @Test
    default void interruptEndsTheCallAndTheBackendsWork() {
        try (Stage<ModelCatalog> stage = silent()) {
            Aside<List<ListedModel>> call = Aside.run(() -> stage.backend().models());
            stage.awaitSilence();
            call.awaitBlocked().interrupt();
            assertThat(Fails.failureIn(call.thrown())).isEqualTo(Fails.CANCELLED);
            stage.awaitAbandoned();
        }
    }
}
