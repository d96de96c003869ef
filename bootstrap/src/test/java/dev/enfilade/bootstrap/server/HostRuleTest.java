package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRuleTest {

    private final HostRule rule = new HostRule(Set.of("Models.Example.com"));

    @ParameterizedTest
    @CsvSource({
        "'', NAME",
        "localhost, NAME",
        "LOCALHOST:11434, NAME",
        "box.localhost, NAME",
        "host.docker.internal:11434, NAME",
        "printer.local, NAME",
        "enfilade, NAME",
        "models.example.com, NAME",
        "models.EXAMPLE.com:80, NAME",
        "127.0.0.1, ADDRESS",
        "127.9.9.9:11434, ADDRESS",
        "0.0.0.0, ADDRESS",
        "10.0.0.5:11434, ADDRESS",
        "172.16.0.1, ADDRESS",
        "172.31.255.255, ADDRESS",
        "192.168.1.1, ADDRESS",
        "[::1]:11434, ADDRESS",
        "[::1], ADDRESS",
        "::1, ADDRESS",
        "[fd00::1], ADDRESS",
        "[::ffff:127.0.0.1], ADDRESS"
    })
    void whatCannotBeAForeignDomainIsAccepted(String host, HostRule.Kind kind) {
        assertThat(rule.kindOf(host)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example",
        "evil.example:11434",
        "localhost.evil.example",
        "evillocalhost.example",
        "models.example.com.evil.example",
        "8.8.8.8",
        "172.32.0.1",
        "169.254.1.1",
        "[2001:4860:4860::8888]",
        "[fe80::1]",
        "127.0.0.1.evil.example",
        "999.1.1.1",
        "[",
        "local.",
        "evil.example:11434:1"
    })
    void everythingElseIsRefused(String host) {
        assertThat(rule.kindOf(host)).isEqualTo(HostRule.Kind.REFUSED);
    }

    @Test
    void aRuleCanBeGivenOneNameMore() {
        HostRule wider = rule.and("Box.Example.com");

        assertThat(wider.kindOf("box.example.com:1")).isEqualTo(HostRule.Kind.NAME);
        assertThat(wider.kindOf("models.example.com")).isEqualTo(HostRule.Kind.NAME);
        assertThat(rule.kindOf("box.example.com")).isEqualTo(HostRule.Kind.REFUSED);
    }
}
