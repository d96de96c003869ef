package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The masks of one answer, asked by place. */
record Masks(List<Mask> all) {

    Masks {
        all = List.copyOf(all);
    }

    /** Without the soft ones: what they forgive counts. */
    Masks strict() {
        return new Masks(all.stream().filter(mask -> !mask.soft()).toList());
    }

    boolean grant(Leeway leeway, Pointer place) {
        return rulesAt(place).anyMatch(leeway::equals);
    }

    boolean replaceComparison(Pointer place) {
        return valueRulesAt(place).anyMatch(ValueRule::replacesComparison);
    }

    /** Every value in the answer that a mask at its place refuses. */
    List<Difference> violations(JsonNode live) {
        List<Difference> found = new ArrayList<>();
        collectViolations(Pointer.ROOT, live, found);
        return found;
    }

    private void collectViolations(Pointer place, JsonNode live, List<Difference> found) {
        valueRulesAt(place)
                .filter(rule -> !rule.accepts(live))
                .map(rule -> new Difference(place.toString(), rule.toString(), Json.write(live)))
                .forEach(found::add);
        live.forEachEntry((name, value) -> collectViolations(place.child(name), value, found));
        if (live.isArray()) {
            for (int i = 0; i < live.size(); i++) {
                collectViolations(place.child(i), live.get(i), found);
            }
        }
    }

    private Stream<ValueRule> valueRulesAt(Pointer place) {
        return rulesAt(place).filter(ValueRule.class::isInstance).map(ValueRule.class::cast);
    }

    private Stream<MaskRule> rulesAt(Pointer place) {
        return all.stream().filter(mask -> mask.at().matches(place)).map(Mask::is);
    }
}
