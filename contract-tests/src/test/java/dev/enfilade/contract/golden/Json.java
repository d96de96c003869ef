package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

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
