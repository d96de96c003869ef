package dev.enfilade.contract.golden;

import java.util.Arrays;
import java.util.List;

/** A JSON pointer in which {@code *} stands for any one step and {@code **} for any number of steps, none included. */
record PointerPattern(List<String> steps) {

    private static final String ONE = "*";
    private static final String MANY = "**";

    PointerPattern {
        steps = List.copyOf(steps);
    }

    static PointerPattern parse(String pointer) {
        if (pointer.isEmpty()) {
            return new PointerPattern(List.of());
        }
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer: " + pointer);
        }
        return new PointerPattern(Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    boolean matches(Pointer place) {
        return matches(steps, place.steps());
    }

    private static boolean matches(List<String> pattern, List<String> place) {
        if (pattern.isEmpty()) {
            return place.isEmpty();
        }
        if (pattern.getFirst().equals(MANY) && matches(rest(pattern), place)) {
            return true;
        }
        if (place.isEmpty()) {
            return false;
        }
        return switch (pattern.getFirst()) {
            case MANY -> matches(pattern, rest(place));
            case ONE -> matches(rest(pattern), rest(place));
            case String step -> step.equals(place.getFirst()) && matches(rest(pattern), rest(place));
        };
    }

    private static List<String> rest(List<String> steps) {
        return steps.subList(1, steps.size());
    }
}
