package dev.enfilade.adapter.out.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ResponseFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictSchemaTest {

    private static final String OPEN =
            "{\"type\":\"object\",\"properties\":{\"z\":{\"type\":\"string\"}},\"required\":[\"z\"]}";

    @Test
    void objectsAreClosedAtEveryDepthAndElseNothingChanges() {
        String schema = "{\"type\":\"object\",\"title\":\"T\",\"$defs\":{\"A\":" + OPEN + "},\"properties\":{\"z\":"
                + "{\"type\":[\"array\",\"null\"],\"items\":{\"anyOf\":[" + OPEN + ",{\"$ref\":\"#/$defs/A\"}]}},"
                + "\"a\":{\"type\":[\"number\",\"null\"],\"enum\":[1.5,2]}},\"required\":[\"a\",\"z\"],\"additionalProperties\":false}";
        String closed = OPEN.substring(0, OPEN.length() - 1) + ",\"additionalProperties\":false}";
        assertThat(StrictSchema.of(new JsonText(schema))).contains(new JsonText(schema.replace(OPEN, closed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\",\"b\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],\"additionalProperties\":true}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],\"additionalProperties\":{}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":1}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":true},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\"}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"null\",\"object\"]}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"array\",\"null\"]}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\",\"title\":\"x\"}},\"required\":[\"a\"]}",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
                "{\"type\":\"string\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"anyOf\":[{\"not\":{}}]}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"anyOf\":[],\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],\"$defs\":{\"A\":{}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],\"definitions\":{\"A\":{}}}",
                "[]",
            })
    void otherSchemasAreNotFitForTheStrictMode(String schema) {
        assertThat(StrictSchema.of(new JsonText(schema))).isEmpty();
    }

    @Test
    void deepSchemasAreNotFitEither() {
        String deep = OPEN;
        for (int i = 0; i < 4; i++) {
            deep = OPEN.replace("{\"type\":\"string\"}", deep);
        }
        assertThat(StrictSchema.of(new JsonText(deep))).isEmpty();
        assertThat(StrictSchema.of(new JsonText("{\"properties\":".repeat(20_000) + "1" + "}".repeat(20_000))))
                .isEmpty();
    }

    @Test
    void onlyOpenAiIsToldToBeStrict() {
        ResponseFormat format = new ResponseFormat.JsonSchema(new JsonText(OPEN));
        String closed = OPEN.substring(0, OPEN.length() - 1) + ",\"additionalProperties\":false}";
        assertThat(body(format, "openai")).contains("{\"name\":\"schema\",\"strict\":true,\"schema\":" + closed + "}");
        for (String other : new String[] {"generic", "vllm", "llamacpp", "openrouter", "ollama"}) {
            assertThat(body(format, other)).contains("{\"name\":\"schema\",\"schema\":" + OPEN + "}");
        }
        ResponseFormat loose = new ResponseFormat.JsonSchema(new JsonText("{\"type\":\"object\"}"));
        assertThat(body(loose, "openai")).contains("{\"name\":\"schema\",\"schema\":{\"type\":\"object\"}}");
    }

    private static String body(ResponseFormat format, String dialect) {
        return Asked.wire(
                ChatParams.of(Asked.with(format), Dialects.named(dialect).orElseThrow(), false)
                        .params()
                        ._body());
    }
}
