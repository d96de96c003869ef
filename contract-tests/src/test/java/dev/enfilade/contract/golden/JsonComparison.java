package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a live JSON value with the recorded one under masks: types, members, their order, elements, integer or
 * fraction.
 */
final class JsonComparison {

    private final Masks masks;

    private JsonComparison(Masks masks) {
        this.masks = masks;
    }

    static List<Difference> compare(JsonNode recorded, JsonNode live, Masks masks) {
        List<Difference> found = new ArrayList<>(masks.violations(live));
        found.addAll(new JsonComparison(masks).values(Pointer.ROOT, recorded, live));
        return found;
    }

    private List<Difference> values(Pointer at, JsonNode recorded, JsonNode live) {
        if (masks.replaceComparison(at)) {
            return List.of();
        }
        if (recorded.getNodeType() != live.getNodeType()) {
            return List.of(Difference.at(at, recorded, live));
        }
        return switch (recorded.getNodeType()) {
            case OBJECT -> new ObjectComparison(masks, this::values).compare(at, recorded, live);
            case ARRAY -> new ListComparison(masks, this::values).compare(at, recorded, live);
            case NUMBER -> sameNumber(at, recorded, live) ? List.of() : List.of(Difference.at(at, recorded, live));
            case STRING, BOOLEAN, NULL, BINARY, POJO, MISSING ->
                recorded.equals(live) ? List.of() : List.of(Difference.at(at, recorded, live));
        };
    }

    private boolean sameNumber(Pointer at, JsonNode recorded, JsonNode live) {
        if (masks.grant(Leeway.NEAR, at)) {
            return isNear(recorded.doubleValue(), live.doubleValue());
        }
        return recorded.isIntegralNumber() == live.isIntegralNumber()
                && recorded.decimalValue().compareTo(live.decimalValue()) == 0;
    }

    /** Four units in the last place of a float: what summing and scaling a short vector may lose. */
    private static boolean isNear(double recorded, double live) {
        return Math.abs(recorded - live) <= 4 * Math.ulp((float) recorded);
    }
}
