package dev.enfilade.adapter.in.openai;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.domain.failure.FailureException;

/** Whatever a client sends: its model is found or missing, or the body is refused. */
class ModelMemberFuzzTest {

    @FuzzTest
    void anyBodyIsReadOrRefused(byte[] body) {
        try {
            ModelMember.in(body);
        } catch (FailureException refused) {
            // The one other way to end.
        }
    }
}
