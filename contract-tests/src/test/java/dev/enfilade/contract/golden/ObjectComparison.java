package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two objects: members, their values, their order. */
record ObjectComparison(Masks masks, ValueComparison values) implements ValueComparison {

    private static final String ARCHITECTURE = "general.architecture";
    private static final String CONTEXT_LENGTH = ".context_length";

    @Override
    public List<Difference> compare(Pointer at, JsonNode recorded, JsonNode live) {
        JsonNode wanted = masks.grant(Leeway.CONTEXT, at) ? underArchitectureOf(live, recorded) : recorded;
        List<Difference> found = new ArrayList<>();
        wanted.forEachEntry((name, value) -> found.addAll(recordedMember(at.child(name), value, live.get(name))));
        live.forEachEntry(
                (name, value) -> unrecordedMember(at, name, wanted, value).ifPresent(found::add));
        misordered(at, wanted, live).ifPresent(found::add);
        return found;
    }

    private List<Difference> recordedMember(Pointer at, JsonNode recorded, @Nullable JsonNode live) {
        if (live != null) {
            return values.compare(at, recorded, live);
        }
        return masks.grant(Leeway.OPTIONAL, at) ? List.of() : List.of(Difference.missing(at, recorded));
    }

    private Optional<Difference> unrecordedMember(Pointer at, String name, JsonNode wanted, JsonNode live) {
        boolean allowed =
                wanted.has(name) || masks.grant(Leeway.EXTRA, at) || masks.grant(Leeway.OPTIONAL, at.child(name));
        return allowed ? Optional.empty() : Optional.of(Difference.unexpected(at.child(name), live));
    }

    private Optional<Difference> misordered(Pointer at, JsonNode wanted, JsonNode live) {
        List<String> recordedOrder = namesIn(wanted, live);
        List<String> liveOrder = namesIn(live, wanted);
        return masks.grant(Leeway.KEYS_UNORDERED, at) || recordedOrder.equals(liveOrder)
                ? Optional.empty()
                : Optional.of(new Difference(at.toString(), "members in order " + recordedOrder, liveOrder.toString()));
    }

    private static List<String> namesIn(JsonNode object, JsonNode other) {
        return object.propertyStream().map(Map.Entry::getKey).filter(other::has).toList();
    }

    /** The recorded object, its context length renamed to the architecture that the live one gives itself. */
    private static JsonNode underArchitectureOf(JsonNode live, JsonNode recorded) {
        String recordedName = recorded.path(ARCHITECTURE).asText() + CONTEXT_LENGTH;
        String liveName = live.path(ARCHITECTURE).asText() + CONTEXT_LENGTH;
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        recorded.forEachEntry((name, value) -> renamed.set(name.equals(recordedName) ? liveName : name, value));
        return renamed;
    }
}
