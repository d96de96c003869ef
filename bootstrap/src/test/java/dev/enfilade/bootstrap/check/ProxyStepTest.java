package dev.enfilade.bootstrap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyStepTest {

    @Test
    void proxyThatIsNotUsedIsAWarningWithoutItsPassword() {
        Finding finding = look("https://api.example.com/v1", Map.of("HTTPS_PROXY", "http://user:secret@proxy:3128"));

        assertThat(finding.status()).isEqualTo(StepStatus.WARNING);
        assertThat(finding.detail()).startsWith("HTTPS_PROXY set, but").doesNotContain("secret");
        assertThat(finding.fix()).isPresent();
    }

    @Test
    void proxyOfTheOtherSchemeIsNotInForce() {
        Map<String, String> variables = Map.of("http_proxy", "http://proxy:3128", "HTTPS_PROXY", " ");

        assertThat(look("https://api.example.com/v1", variables)).isEqualTo(Finding.ok("none in force"));
    }

    @Test
    void exemptHostsNeedNone() {
        assertThat(exempt("api.example.com")).isTrue();
        assertThat(exempt("localhost, .Example.com")).isTrue();
        assertThat(exempt("*")).isTrue();
        assertThat(exempt("ample.com,other.com,")).isFalse();
    }

    private static boolean exempt(String hosts) {
        Map<String, String> variables = Map.of("ALL_PROXY", "http://proxy:3128", "NO_PROXY", hosts);
        return look("https://api.example.com/v1", variables).status() == StepStatus.OK;
    }

    private static Finding look(String url, Map<String, String> variables) {
        return new ProxyStep(variables)
                .look(new Subject(
                        "main", URI.create(url), "OPENAI_BASE_URL", "OPENAI_API_KEY", Optional.empty(), false));
    }
}
