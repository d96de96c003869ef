package dev.enfilade.bootstrap.check;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.catalog.Capability;
import java.util.List;

/**
 * A model as clients see it, and where it leads.
 *
 * @param model the backend's own name
 * @param context in tokens
 * @param named whether the configuration names it; otherwise its backend lists it
 * @param hidden whether it answers to its name, but is not listed
 */
public record ModelRow(
        String name,
        String backend,
        String model,
        int context,
        List<Capability> capabilities,
        boolean named,
        boolean hidden) {

    public ModelRow {
        requireNonNull(name, "name is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(model, "model is null");
        capabilities = List.copyOf(capabilities);
    }

    /** {@code alias} or {@code listed}. */
    public String source() {
        return named ? "alias" : "listed";
    }
}
