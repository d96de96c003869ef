package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that is not as recorded: where, what was recorded, what came. */
public record Difference(String where, String expected, String actual) {

    private static final int LONGEST_VALUE = 200;

    public Difference {
        expected = shortened(expected);
        actual = shortened(actual);
    }

    static Difference at(Pointer place, JsonNode expected, JsonNode actual) {
        return new Difference(place.toString(), Json.write(expected), Json.write(actual));
    }

    static Difference missing(Pointer place, JsonNode expected) {
        return new Difference(place.toString(), Json.write(expected), "nothing");
    }

    static Difference unexpected(Pointer place, JsonNode actual) {
        return new Difference(place.toString(), "nothing", Json.write(actual));
    }

    /** The same difference, its place inside something larger. */
    Difference in(String whole) {
        return new Difference(whole + " " + where, expected, actual);
    }

    @Override
    public String toString() {
        return where + ": expected " + expected + ", got " + actual;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "... (" + text.length() + " characters)";
    }
}
