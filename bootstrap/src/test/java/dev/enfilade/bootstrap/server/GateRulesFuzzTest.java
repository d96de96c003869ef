package dev.enfilade.bootstrap.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Set;

/** Whatever stands in Host and Origin: no name of the public internet passes. */
class GateRulesFuzzTest {

    private static final HostRule HOSTS = new HostRule(Set.of());
    private static final OriginRule ORIGINS = new OriginRule(List.of());

    @FuzzTest
    void noHostUnderAPublicDomainPasses(byte[] header) {
        String text = new String(header, ISO_8859_1);

        assertThat(HOSTS.kindOf(text)).isNotNull();
        // A port that is no number does not get as far as this rule.
        assertThat(HOSTS.kindOf(text.replace(":", "") + ".evil.example")).isEqualTo(HostRule.Kind.REFUSED);
    }

    @FuzzTest
    void noPageUnderAPublicDomainMayCall(byte[] header) {
        String text = new String(header, ISO_8859_1);

        ORIGINS.allows(text);
        assertThat(ORIGINS.allows("https://" + text.replace("/", "") + ".evil.example"))
                .isFalse();
    }
}
