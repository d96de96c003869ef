package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client reads at a place of an answer, and what it needs there.
 *
 * @param steps the place: names, indices, {@code *} for every element of a list that must have some, {@code last}
 */
record Reading(List<String> steps, Need need) {

    private static final String EVERY = "*";
    private static final String LAST = "last";

    Reading {
        steps = List.copyOf(steps);
    }

    /** @param pointer such as {@code /models/*}{@code /name} */
    static Reading parse(String pointer, JsonNode need) {
        return new Reading(PointerPattern.parse(pointer).steps(), Need.parse(need));
    }

    List<Difference> differences(JsonNode live) {
        return read(Pointer.ROOT, live);
    }

    private List<Difference> read(Pointer at, @Nullable JsonNode live) {
        if (live == null) {
            return need.allowsAbsence()
                    ? List.of()
                    : List.of(new Difference(at.toString(), need.toString(), "nothing"));
        }
        if (at.steps().size() == steps.size()) {
            return need.isMetBy(live)
                    ? List.of()
                    : List.of(new Difference(at.toString(), need.toString(), Json.write(live)));
        }
        String step = steps.get(at.steps().size());
        return switch (step) {
            case EVERY -> everyElement(at, live);
            case LAST -> read(at.child(step), live.get(live.size() - 1));
            default -> read(at.child(step), live.isArray() ? live.get(Integer.parseInt(step)) : live.get(step));
        };
    }

    private List<Difference> everyElement(Pointer at, JsonNode live) {
        if (!live.isArray() || live.isEmpty()) {
            return List.of(new Difference(at.toString(), "a list with elements", Json.write(live)));
        }
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            found.addAll(read(at.child(i), live.get(i)));
        }
        return found;
    }
}
