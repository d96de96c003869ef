package dev.enfilade.contract.golden;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a replayed golden file. */
sealed interface Verdict {

    /** As recorded. */
    record Passed() implements Verdict {}

    /** Not as recorded, and known not to be. */
    record Excluded(String reason) implements Verdict {}

    /** Not as recorded; or as recorded though it is listed as one that is not. */
    record Failed(String report) implements Verdict {}

    static Verdict of(Golden golden, Outcome outcome, Optional<String> exclusion) {
        boolean asRecorded = outcome.differences().isEmpty();
        if (exclusion.isPresent()) {
            return asRecorded
                    ? new Failed(golden.name() + " is answered as recorded: take it off exclusions.txt")
                    : new Excluded(exclusion.get());
        }
        return asRecorded ? new Passed() : new Failed(report(golden, outcome.differences()));
    }

    private static String report(Golden golden, List<Difference> differences) {
        int shown = 8;
        String more = differences.size() > shown ? "\n  and " + (differences.size() - shown) + " more" : "";
        return differences.stream()
                .limit(shown)
                .map(difference -> "\n  " + difference)
                .collect(Collectors.joining("", golden.name() + ": " + golden.about(), more));
    }
}
