package dev.enfilade.adapter.in.ollama.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Whatever a model says: one line of JSON that says the same. */
class LineFuzzTest {

    @FuzzTest
    void anyTextIsOneLineOfJson(byte[] bytes) throws IOException {
        String text = new String(bytes, UTF_8);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new JsonOut().beginObject().member("content", text).endObject().writeTo(line);

        assertThat(line.toString(UTF_8)).doesNotContain("\n", "\r");
        assertThat(GoReader.<String>read(line.toByteArray(), LineFuzzTest::content))
                .isEqualTo(text);
    }

    private static String content(GoReader in) {
        StringBuilder content = new StringBuilder();
        in.struct("T", name -> content.append(in.string("")));
        return content.toString();
    }
}
