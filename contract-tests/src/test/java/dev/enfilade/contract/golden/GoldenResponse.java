package dev.enfilade.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What the client gets: any of these statuses, the listed headers, the body. */
record GoldenResponse(Set<Integer> statuses, Headers headers, Body body) {

    GoldenResponse {
        statuses = Set.copyOf(statuses);
    }

    /** The body as it is to be compared. */
    sealed interface Body permits Body.JsonValue, Body.JsonLines, Body.Text, ReadBody {

        /** One JSON value. */
        record JsonValue(JsonNode value) implements Body {}

        /** A stream of JSON values, one a line. */
        record JsonLines(JsonNode lines) implements Body {}

        /** Text, to the byte. */
        record Text(String text) implements Body {}
    }
}
