package dev.enfilade.contract.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing plan smaller for as long as it fails. */
final class Shrinker {

    private final Predicate<Plan> fails;

    /** @param fails plays a plan; it may be asked some hundred times */
    Shrinker(Predicate<Plan> fails) {
        this.fails = fails;
    }

    Plan shrink(Plan plan) {
        Plan smallest = plan;
        for (Optional<Plan> smaller = smaller(smallest); smaller.isPresent(); smaller = smaller(smallest)) {
            smallest = smaller.get();
        }
        return smallest;
    }

    private Optional<Plan> smaller(Plan plan) {
        return candidates(plan).stream()
                .filter(candidate -> !candidate.equals(plan))
                .filter(fails)
                .findFirst();
    }

    private static List<Plan> candidates(Plan plan) {
        List<Plan> candidates = new ArrayList<>();
        candidates.add(plan.asked(Asking.PLAIN, Manner.READS_ALL));
        candidates.add(plan.asked(Asking.PLAIN, plan.manner()));
        candidates.add(plan.sent(Framing.CHUNK_PER_PART, Integer.MAX_VALUE));
        candidates.add(plan.sent(plan.framing(), Integer.MAX_VALUE));
        candidates.add(plan.breaking(Break.NONE, 0));
        for (int i = 0; i < plan.parts().size(); i++) {
            candidates.add(plan.with(without(plan.parts(), i)));
            candidates.add(withSameBreak(plan, i));
        }
        for (int at : Script.of(plan, "0").borders(plan.end())) {
            if (plan.end() != Break.NONE && at < plan.at()) {
                candidates.add(plan.breaking(plan.end(), at));
            }
        }
        return candidates;
    }

    /** Takes a part away and moves the break forward by as much. */
    private static Plan withSameBreak(Plan plan, int part) {
        Plan shorter = plan.with(without(plan.parts(), part));
        int less = Script.of(plan, "0").bytes().length - Script.of(shorter, "0").bytes().length;
        return shorter.breaking(plan.end(), Math.max(0, plan.at() - Math.max(0, less)));
    }

    private static List<Part> without(List<Part> parts, int index) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.remove(index);
        return fewer;
    }
}
