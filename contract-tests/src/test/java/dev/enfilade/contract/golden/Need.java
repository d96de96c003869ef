package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** What a client needs of a value that it reads. */
sealed interface Need {

    /** Whether this value, which is there, will do. */
    boolean isMetBy(JsonNode live);

    /** Whether the client can do without. */
    boolean allowsAbsence();

    /** This value and no other. */
    record Exactly(JsonNode value) implements Need {

        @Override
        public boolean isMetBy(JsonNode live) {
            return live.equals(value);
        }

        @Override
        public boolean allowsAbsence() {
            return false;
        }

        @Override
        public String toString() {
            return Json.write(value);
        }
    }

    /** A value of a kind. */
    record Kind(ValueRule rule, boolean allowsAbsence) implements Need {

        @Override
        public boolean isMetBy(JsonNode live) {
            return rule.accepts(live);
        }

        @Override
        public String toString() {
            return rule.toString();
        }
    }

    /** No value, not even null. */
    record Nothing() implements Need {

        @Override
        public boolean isMetBy(JsonNode live) {
            return false;
        }

        @Override
        public boolean allowsAbsence() {
            return true;
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }

    /** Reads {@code {"is": value}}, or {@code absent}, or a kind of value such as {@code text} or {@code text?}. */
    static Need parse(JsonNode need) {
        if (need.isObject()) {
            return new Exactly(need.required("is"));
        }
        String word = need.textValue();
        if (word.equals("absent")) {
            return new Nothing();
        }
        boolean optional = word.endsWith("?");
        MaskRule rule = MaskRule.parse(optional ? word.substring(0, word.length() - 1) : word);
        if (rule instanceof ValueRule kind) {
            return new Kind(kind, optional);
        }
        throw new IllegalArgumentException("not a kind of value: " + word);
    }
}
