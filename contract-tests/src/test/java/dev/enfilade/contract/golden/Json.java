package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** JSON without leniency: exact decimals, no member twice, nothing after the value. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static JsonNode read(String text) throws JsonProcessingException {
        JsonNode value = MAPPER.readTree(text);
        if (value.isMissingNode()) {
            throw new Malformed("no JSON value");
        }
        return value;
    }

    /** The values of a stream: every line ends in one line feed, the last as well; an empty line is no JSON. */
    static JsonNode readLines(String text) throws JsonProcessingException {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        String[] lines = text.split("\n", -1);
        if (!lines[lines.length - 1].isEmpty()) {
            throw new Malformed("the last line does not end");
        }
        for (String line : List.of(lines).subList(0, lines.length - 1)) {
            values.add(read(line));
        }
        return values;
    }

    /** Compact, members in their order. */
    static String write(JsonNode value) {
        return value.toString();
    }

    /** Text that is not the JSON it should be, for a reason that the parser does not know. */
    static final class Malformed extends JsonProcessingException {

        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }
}
