package dev.enfilade.adapter.out.openai.failure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whatever a backend says of its failure: it is named, and the key stays hidden. */
class BackendFailuresFuzzTest {

    private static final String KEY = "sk-proj-0123456789abcdef";

    @FuzzTest
    void anyErrorHasANameAndHidesTheKey(byte[] body) {
        BackendFailures failures = new BackendFailures(
                Credentials.ours(Optional.of(new Secret(KEY))), URI.create("http://127.0.0.1:1/v1"));
        byte[] withKey = (new String(body, UTF_8) + KEY).getBytes(UTF_8);

        for (int status : List.of(400, 401, 404, 429, 500, 503)) {
            assertThat(failures.answered(status, new Headers(List.of()), body)).isNotNull();
            assertThat(failures.answered(status, new Headers(List.of()), withKey)
                            .toString())
                    .doesNotContain(KEY);
        }
        Headers elsewhere = new Headers(List.of(new Header("Location", new String(withKey, ISO_8859_1))));
        assertThat(failures.redirected(307, elsewhere, "/v1/models").toString()).doesNotContain(KEY);
    }
}
