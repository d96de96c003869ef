package dev.enfilade.adapter.in.ollama;

import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelName;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Cards of models for tests. */
public final class Cards {

    public static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private Cards() {}

    public static ModelCard stated(String name, Capability... capabilities) {
        return card(name, CREATED, Capabilities.stated(List.of(capabilities)));
    }

    public static ModelCard assumed(String name, Capability... capabilities) {
        return card(name, CREATED, Capabilities.assumed(List.of(capabilities)));
    }

    public static ModelCard card(String name, Instant created, Capabilities capabilities) {
        return new ModelCard(
                new ModelName(name),
                created,
                "somebody",
                capabilities,
                8192,
                OptionalInt.empty(),
                new ModelDetails("gguf", "llama", "1.2B", "Q4_K_M"));
    }
}
