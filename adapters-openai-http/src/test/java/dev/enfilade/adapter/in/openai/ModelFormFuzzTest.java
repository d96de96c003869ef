package dev.enfilade.adapter.in.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

/** Whatever form comes: a model that stands where it is said to stand, however little more has come, or none. */
class ModelFormFuzzTest {

    private static final ModelForm FORM = new ModelForm("x");

    @FuzzTest
    void anyFormHasItsModelWhereItIsFoundOrNone(byte[] bytes) {
        Optional<ModelForm.Found> found = FORM.in(bytes, bytes.length);

        found.ifPresent(model -> {
            assertThat(model.value()).isEqualTo(new String(bytes, model.start(), model.end() - model.start(), UTF_8));
            int delimited = model.end() + "\r\n--x".length();
            assertThat(FORM.in(bytes, delimited)).isEqualTo(found);
            assertThat(FORM.in(bytes, delimited - 1)).isEmpty();
        });
    }
}
