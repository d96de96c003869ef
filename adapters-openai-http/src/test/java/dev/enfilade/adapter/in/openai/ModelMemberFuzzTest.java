package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.domain.failure.FailureException;

/** Whatever a client sends: its model is found or missing and can be changed, or the body is refused. */
class ModelMemberFuzzTest {

    @FuzzTest
    void anyBodyIsReadOrRefused(byte[] body) {
        ModelMember found;
        try {
            found = ModelMember.in(body);
        } catch (FailureException refused) {
            return;
        }
        ModelMember changed = ModelMember.in(found.replaced(body, "other\"\n"));
        assertThat(changed.value()).isEqualTo(found.value().map(_ -> "other\"\n"));
        assertThat(changed.places()).hasSameSizeAs(found.places());
    }
}
