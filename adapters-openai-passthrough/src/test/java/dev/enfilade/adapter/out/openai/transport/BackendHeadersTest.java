package dev.enfilade.adapter.out.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.secret.Credentials;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendHeadersTest {

    @Test
    void onlyWhatIsListedGoesOnAndOursIsAdded() {
        BackendHeaders headers = new BackendHeaders(
                Credentials.ours(Optional.of(new Secret("k"))),
                new Headers(List.of(new Header("X-Title", "t"))),
                "us/1");
        Headers asked = new Headers(List.of(
                new Header("ACCEPT", "a"),
                new Header("Authorization", "Bearer client"),
                new Header("User-Agent", "client"),
                new Header("Accept-Encoding", "gzip"),
                new Header("OpenAI-Organization", "o"),
                new Header("X-Stainless-Lang", "java")));
        assertThat(headers.with(asked, BackendHeaders.OF_CLIENTS).lines())
                .containsExactly(
                        new Header("ACCEPT", "a"),
                        new Header("Authorization", "Bearer k"),
                        new Header("X-Title", "t"),
                        new Header("User-Agent", "us/1"),
                        new Header("Accept-Encoding", "identity"));
    }

    @Test
    void withoutKeyThereIsNoAuthorization() {
        BackendHeaders headers = new BackendHeaders(Credentials.ours(Optional.empty()), Headers.NONE, "us/1");
        Headers asked = new Headers(List.of(new Header("Authorization", "Bearer x")));
        assertThat(headers.with(asked, BackendHeaders.OF_THE_SDK).first("authorization"))
                .isEmpty();
    }

    @Test
    void configuredHeaderWinsOverEveryOther() {
        Headers extra = new Headers(List.of(new Header("authorization", "Basic b"), new Header("accept", "x")));
        BackendHeaders headers = new BackendHeaders(Credentials.ours(Optional.of(new Secret("k"))), extra, "us/1");
        assertThat(headers.with(new Headers(List.of(new Header("Accept", "y"))), BackendHeaders.OF_CLIENTS)
                        .lines())
                .containsExactly(
                        new Header("authorization", "Basic b"),
                        new Header("accept", "x"),
                        new Header("User-Agent", "us/1"),
                        new Header("Accept-Encoding", "identity"));
    }
}
