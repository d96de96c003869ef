package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A body of which only what a client reads is looked at. */
record ReadBody(Form form, List<Reading> readings) implements GoldenResponse.Body {

    private static final String DATA = "data: ";
    private static final String END = "[DONE]";

    /** How the JSON stands in the body. */
    enum Form {
        /** One value. */
        VALUE,
        /** A value on each line; they are read as a list. */
        LINES,
        /** A value in each event of an event stream with the usual end; they are read as a list. */
        EVENTS
    }

    ReadBody {
        readings = List.copyOf(readings);
    }

    JsonNode json(String body) throws JsonProcessingException {
        return switch (form) {
            case VALUE -> Json.read(body);
            case LINES -> Json.readLines(body);
            case EVENTS -> events(body);
        };
    }

    List<Difference> differences(JsonNode live) {
        return readings.stream()
                .flatMap(reading -> reading.differences(live).stream())
                .toList();
    }

    private static JsonNode events(String body) throws JsonProcessingException {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        List<String> data = body.lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()))
                .toList();
        if (data.isEmpty() || !data.getLast().equals(END)) {
            throw new Json.Malformed("the stream does not end in " + END);
        }
        for (String value : data.subList(0, data.size() - 1)) {
            values.add(Json.read(value));
        }
        return values;
    }
}
