package dev.enfilade.application.port.out;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A {@link ModelCatalog} in memory: gives its plans one per call, and the last one for all further calls. */
public final class FakeModelCatalog implements ModelCatalog, Stage<ModelCatalog> {

    private final List<Supplier<List<ListedModel>>> plans = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Gate gate = new Gate();

    public FakeModelCatalog offering(List<ListedModel> models) {
        plans.add(() -> models);
        return this;
    }

    public FakeModelCatalog offering(ListedModel... models) {
        return offering(List.of(models));
    }

    public FakeModelCatalog failing(Failure failure) {
        plans.add(() -> {
            throw new FailureException(failure);
        });
        return this;
    }

    public FakeModelCatalog silent() {
        plans.add(() -> {
            throw gate.blockUntilAbandoned();
        });
        return this;
    }

    @Override
    public List<ListedModel> models() {
        return plans.get(Math.min(calls.getAndIncrement(), plans.size() - 1)).get();
    }

    /** How often the list was asked for. */
    public int calls() {
        return calls.get();
    }

    @Override
    public ModelCatalog backend() {
        return this;
    }

    @Override
    public void awaitSilence() {
        gate.awaitSilence();
    }

    @Override
    public void awaitAbandoned() {
        gate.awaitAbandoned();
    }
}
