package dev.enfilade.adapter.in.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFormTest {

    private static final String FILE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n\u00ff\r\n\r\n--y\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; name=\"model\"",
                "content-disposition:form-data;name=model",
                "Content-Type: text/plain\r\nContent-Disposition: form-data; x=y; name=\"model\"",
                "CONTENT-DISPOSITION: form-data; NAME=\"model\"; x=y\r\nContent-Type: text/plain"
            })
    void theModelIsFoundHoweverItsPartIsWritten(String head) {
        String form = FILE + "--x\r\n" + head + "\r\n\r\nwhisper-\u00fc\r\n--x--\r\n";

        assertThat(found(form)).hasValue("whisper-\u00fc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; name=\"models\"",
                "Content-Disposition: form-data; name=\"model\"; filename=\"model\"",
                "Content-Disposition: form-data; filename=\"model\"; name=\"model\"",
                "Content-Disposition: attachment; name=\"model\"",
                "X: y; name=\"model\""
            })
    void otherPartsAreNotTheModel(String head) {
        assertThat(found("--x\r\n" + head + "\r\n\r\nwhisper\r\n--x--\r\n")).isEmpty();
    }

    @Test
    void aModelInsideAFileIsPartOfTheFile() {
        String inside = "--y\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nsly\r\n--y--";
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + inside;

        assertThat(found(file + "\r\n--x--\r\n")).isEmpty();
    }

    @Test
    void aPartThatEndsWithItsHeadIsNotTheModel() {
        String head = "--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n";

        assertThat(found(head + "--x--\r\n")).isEmpty();
        assertThat(found(head + head + "whisper\r\n--x--\r\n")).hasValue("whisper");
    }

    @Test
    void theValueCountsWhenItIsComplete() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper\r\n--x";
        byte[] bytes = form.getBytes(UTF_8);
        for (int size = 0; size < bytes.length; size++) {
            assertThat(new ModelForm("x").in(bytes, size)).isEmpty();
        }
        assertThat(found(form)).hasValue("whisper");
    }

    private static Optional<String> found(String form) {
        byte[] bytes = form.getBytes(UTF_8);
        Optional<ModelForm.Found> found = new ModelForm("x").in(bytes, bytes.length);
        found.ifPresent(it -> assertThat(new String(bytes, it.start(), it.end() - it.start(), UTF_8))
                .isEqualTo(it.value()));
        return found.map(ModelForm.Found::value);
    }
}
