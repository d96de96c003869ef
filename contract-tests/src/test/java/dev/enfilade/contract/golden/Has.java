package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Asks for a list in which each of some words is. */
record Has(Set<String> words) implements ValueRule {

    Has {
        words = Set.copyOf(words);
    }

    @Override
    public boolean accepts(JsonNode live) {
        return live.isArray()
                && new HashSet<>(live.valueStream().map(JsonNode::asText).toList()).containsAll(words);
    }

    @Override
    public boolean replacesComparison() {
        return false;
    }

    @Override
    public String toString() {
        return "has: " + String.join(",", words);
    }
}
