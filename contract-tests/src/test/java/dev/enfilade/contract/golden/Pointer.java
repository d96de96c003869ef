package dev.enfilade.contract.golden;

import java.util.ArrayList;
import java.util.List;

/** A place inside a JSON value, as the steps that lead to it. */
record Pointer(List<String> steps) {

    static final Pointer ROOT = new Pointer(List.of());

    Pointer {
        steps = List.copyOf(steps);
    }

    Pointer child(String member) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(member);
        return new Pointer(longer);
    }

    Pointer child(int index) {
        return child(Integer.toString(index));
    }

    /** Whether the last step is this member. */
    boolean endsIn(String member) {
        return !steps.isEmpty() && steps.getLast().equals(member);
    }

    @Override
    public String toString() {
        return steps.isEmpty() ? "/" : "/" + String.join("/", steps);
    }
}
