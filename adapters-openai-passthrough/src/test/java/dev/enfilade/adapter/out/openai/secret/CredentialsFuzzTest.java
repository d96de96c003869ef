package dev.enfilade.adapter.out.openai.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.domain.Secret;
import java.util.Optional;

/** Whatever key is shown or configured: it goes on as it is, and into nothing that a backend says of it. */
class CredentialsFuzzTest {

    private static final String MARK = "[secret]";
    private static final int TELLING = 8;

    @FuzzTest
    void anyAuthorizationGoesOnAndIsNotToldAgain(byte[] header) {
        String value = new String(header, ISO_8859_1);
        Caller caller = new Caller(Optional.of(new Secret(value)));
        Credentials credentials = Credentials.ofCallers(() -> Optional.of(caller), Optional.empty());

        assertThat(credentials.authorization()).hasValue(value);
        assertThat(caller.toString()).isEqualTo("Caller[authorization=Optional[" + MARK + "]]");
        assertHidden(credentials, value.substring(value.lastIndexOf(' ') + 1));
    }

    @FuzzTest
    void anyKeyOfOursGoesOnAndIsNotToldAgain(byte[] key) {
        String value = new String(key, ISO_8859_1);
        Credentials credentials = Credentials.ours(Optional.of(new Secret(value)));

        assertThat(credentials.authorization()).hasValue("Bearer " + value);
        assertHidden(credentials, value);
    }

    /** Shorter keys are placeholders, and what looks like the mark itself cannot be told from it. */
    private static void assertHidden(Credentials credentials, String key) {
        if (key.length() >= TELLING && !key.contains(MARK.substring(1, 4)) && !key.contains(MARK.substring(4, 7))) {
            assertThat(credentials.filter().clean("no such key: " + key + " (401)"))
                    .doesNotContain(key);
        }
    }
}
