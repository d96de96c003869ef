package dev.enfilade.adapter.out.openai.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Secret KEY = new Secret("our-key-0123456789");

    @Test
    void headersThatBearAKeyHoldSecretsTooAndOthersDoNot() {
        Headers headers = new Headers(List.of(
                new Header("api-key", "azure-1234567890"),
                new Header("X-Auth-Token", "token-abcdefgh"),
                new Header("HTTP-Referer", "https://example.com")));

        assertThat(Credentials.ours(Optional.empty())
                        .beside(headers)
                        .filter()
                        .clean("azure-1234567890 from https://example.com, token-abcdefgh"))
                .isEqualTo("[secret] from https://example.com, [secret]");
    }

    @Test
    void ourKeyIsABearerToken() {
        assertThat(Credentials.ours(Optional.of(KEY)).authorization()).hasValue("Bearer our-key-0123456789");
        assertThat(Credentials.ours(Optional.empty()).authorization()).isEmpty();
        assertThat(Credentials.ours(Optional.of(KEY)).areTheCallers()).isFalse();
    }

    @Test
    void theCallersHeaderGoesOnAsItIs() {
        Credentials credentials = calledWith(Optional.of(new Secret("Basic caller-0123456789")));

        assertThat(credentials.authorization()).hasValue("Basic caller-0123456789");
        assertThat(credentials.areTheCallers()).isTrue();
    }

    @Test
    void aCallerWithoutAKeyDoesNotGetOurs() {
        assertThat(calledWith(Optional.empty()).authorization()).isEmpty();
    }

    @Test
    void whereNobodyCallsWeShowOurs() {
        Credentials credentials = Credentials.ofCallers(Optional::empty, Optional.of(KEY));

        assertThat(credentials.authorization()).hasValue("Bearer our-key-0123456789");
        assertThat(credentials.areTheCallers()).isFalse();
    }

    @Test
    void theCallersKeyIsHiddenLikeOurs() {
        SecretFilter filter =
                calledWith(Optional.of(new Secret("Bearer caller-0123456789"))).filter();

        assertThat(filter.clean("a caller-0123456789 b our-key-0123456789")).isEqualTo("a [secret] b [secret]");
    }

    private static Credentials calledWith(Optional<Secret> authorization) {
        return Credentials.ofCallers(() -> Optional.of(new Caller(authorization)), Optional.of(KEY));
    }
}
