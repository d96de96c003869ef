package dev.enfilade.adapter.in.ollama.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonOutTest {

    private final JsonOut out = new JsonOut();

    @Test
    void emptyTextsAreLeftOutWhereAsked() throws IOException {
        out.beginObject()
                .memberUnlessEmpty("a", "")
                .memberUnlessEmpty("b", "c")
                .memberUnlessEmpty("d", "")
                .endObject();

        assertThat(written()).isEqualTo("{\"b\":\"c\"}");
    }

    @Test
    void membersAndElementsAreSeparatedByCommas() throws IOException {
        out.beginObject()
                .member("a", "{")
                .member("b", 1)
                .member("c", true)
                .beginArray("d")
                .value("[")
                .value(2)
                .beginObject()
                .endObject()
                .endArray()
                .beginArray("h")
                .beginArray()
                .value(0.5f)
                .value(0.1)
                .endArray()
                .beginArray()
                .endArray()
                .endArray()
                .beginObject("e")
                .member("f", -0.5)
                .endObject()
                .member("g", ":")
                .endObject();

        assertThat(written())
                .isEqualTo(
                        "{\"a\":\"{\",\"b\":1,\"c\":true,\"d\":[\"[\",2,{}],\"h\":[[0.5,0.1],[]],\"e\":{\"f\":-0.5},\"g\":\":\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a\"\\/'`              | a\\\"\\\\/'",
                "`\b\f\n\r\t`           | \\b\\f\\n\\r\\t",
                "`\u0000\u001f\u007f`   | `\\u0000\\u001f\u007f`",
                "`<a href=\"\">&`       | \\u003ca href=\\\"\\\"\\u003e\\u0026",
                "`\u2028\u2029\u0085`   | \\u2028\\u2029\\u0085",
                "é߿ࠀ你\uFFFD😀           | é߿ࠀ你\uFFFD😀",
                "`a\uD83Db\uDE00`       | a\uFFFDb\uFFFD",
                "`\uD83D`               | \uFFFD",
            })
    void textIsEscapedAsOllamaDoes(String text, String escaped) throws IOException {
        out.beginObject().member("t", text).endObject();

        assertThat(written()).isEqualTo("{\"t\":\"" + escaped + "\"}");
    }

    @Test
    void jsonFromElsewhereIsPutOnOneLineAndEscaped() throws IOException {
        out.beginObject()
                .member("a", new JsonText("{ \"x <\\n\\\"\" :\n[ 1.50 , true ],\t\"é\u2028\": \"\\u0041 {\uD83D\" }"))
                .member("b", 1)
                .endObject();

        assertThat(written())
                .isEqualTo("{\"a\":{\"x \\u003c\\n\\\"\":[1.50,true],\"é\\u2028\":\"\\u0041 {\uFFFD\"},\"b\":1}");
    }

    @Test
    void linesCanShareABeginning() throws IOException {
        int beginning = out.beginObject().member("model", "m").size();
        out.member("n", 1).endObject().newLine();
        out.truncate(beginning);
        out.member("n", "x".repeat(2_000)).endObject().newLine();

        assertThat(written()).isEqualTo("{\"model\":\"m\",\"n\":\"" + "x".repeat(2_000) + "\"}\n");
    }

    private String written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out.writeTo(bytes);
        return bytes.toString(UTF_8);
    }
}
