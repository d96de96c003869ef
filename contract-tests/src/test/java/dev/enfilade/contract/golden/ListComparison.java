package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares two lists: element by element, or in any order where a mask grants it. */
record ListComparison(Masks masks, ValueComparison values) implements ValueComparison {

    @Override
    public List<Difference> compare(Pointer at, JsonNode recorded, JsonNode live) {
        boolean anyOrder = masks.grant(Leeway.UNORDERED, at) || masks.grant(Leeway.SUPERSET, at);
        return anyOrder ? inAnyOrder(at, recorded, live) : inOrder(at, recorded, live);
    }

    private List<Difference> inOrder(Pointer at, JsonNode recorded, JsonNode live) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < Math.max(recorded.size(), live.size()); i++) {
            found.addAll(element(at.child(i), recorded.path(i), live.path(i)));
        }
        return found;
    }

    private List<Difference> element(Pointer at, JsonNode recorded, JsonNode live) {
        if (live.isMissingNode()) {
            return List.of(Difference.missing(at, recorded));
        }
        return recorded.isMissingNode() ? List.of(Difference.unexpected(at, live)) : values.compare(at, recorded, live);
    }

    private List<Difference> inAnyOrder(Pointer at, JsonNode recorded, JsonNode live) {
        Pairing pairing = Pairing.of(recorded.size(), live.size(), (i, j) -> alike(at, recorded.get(i), live.get(j)));
        List<Difference> found = new ArrayList<>();
        for (int i : pairing.unpairedLeft()) {
            found.add(
                    new Difference(at.toString(), "an element like " + Json.write(recorded.get(i)), Json.write(live)));
        }
        if (!masks.grant(Leeway.SUPERSET, at)) {
            pairing.unpairedRight().forEach(j -> found.add(Difference.unexpected(at.child(j), live.get(j))));
        }
        return found;
    }

    /** Masks name elements of such lists by a star, so that any index will do. */
    private boolean alike(Pointer at, JsonNode recorded, JsonNode live) {
        return values.compare(at.child(0), recorded, live).isEmpty();
    }
}
