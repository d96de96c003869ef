package dev.enfilade.contract.golden;

import java.util.ArrayList;
import java.util.List;

/** What a replay found: differences, which fail it, and notes, which do not. */
public record Outcome(List<Difference> differences, List<Difference> notes) {

    public Outcome {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    Outcome with(List<Difference> more) {
        return new Outcome(joined(differences, more), notes);
    }

    Outcome with(Outcome other) {
        return new Outcome(joined(differences, other.differences), joined(notes, other.notes));
    }

    private static List<Difference> joined(List<Difference> first, List<Difference> second) {
        List<Difference> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
