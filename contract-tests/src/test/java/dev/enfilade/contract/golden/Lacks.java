package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A list that has none of these words. */
record Lacks(Set<String> words) implements ValueRule {

    Lacks {
        words = Set.copyOf(words);
    }

    @Override
    public boolean accepts(JsonNode live) {
        return live.isArray() && live.valueStream().map(JsonNode::asText).noneMatch(words::contains);
    }

    @Override
    public boolean replacesComparison() {
        return false;
    }

    @Override
    public String toString() {
        return "lacks: " + String.join(",", words);
    }
}
