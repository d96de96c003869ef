package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** A string with this ending; how it begins is each server's own. */
record EndsWith(String ending) implements ValueRule {

    @Override
    public boolean accepts(JsonNode live) {
        return live.isTextual() && live.textValue().endsWith(ending);
    }

    @Override
    public boolean replacesComparison() {
        return true;
    }

    @Override
    public String toString() {
        return "ends: " + ending;
    }
}
