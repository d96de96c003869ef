package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsTest {

    private final Cors cors = new Cors(new OriginRule(List.of()));
    private final HttpFields.Mutable answer = HttpFields.build();

    @ParameterizedTest
    @CsvSource({
        "'', localhost, SAME_SITE",
        "http://host:11434, host:11434, SAME_SITE",
        "https://host:11434, host:11434, SAME_SITE",
        "http://host, host:11434, REFUSED",
        "http://localhost:3000, host, ALLOWED",
        "https://evil.example, host, REFUSED",
        "null, '', REFUSED"
    })
    void aRequestStandsByItsOriginAndItsHost(String origin, String host, Cors.Standing standing) {
        assertThat(cors.standing(origin, host)).isEqualTo(standing);
    }

    @Test
    void anAllowedPageMayReadTheAnswer() {
        cors.allow(answer, "http://localhost:3000");

        assertThat(answer.asString())
                .isEqualTo("Access-Control-Allow-Origin: http://localhost:3000\r\nVary: Origin\r\n\r\n");
    }

    @Test
    void aPreflightIsAnsweredHeaderByHeader() {
        cors.allowRequest(answer, "http://localhost");

        assertThat(answer.get("Access-Control-Allow-Methods")).isEqualTo("GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS");
        assertThat(answer.get("Access-Control-Allow-Headers"))
                .isEqualTo("Authorization,Content-Type,User-Agent,Accept,X-Requested-With,Openai-Beta,X-Stainless-Arch,"
                        + "X-Stainless-Async,X-Stainless-Custom-Poll-Interval,X-Stainless-Helper-Method,X-Stainless-Lang,"
                        + "X-Stainless-Os,X-Stainless-Package-Version,X-Stainless-Poll-Helper,X-Stainless-Retry-Count,"
                        + "X-Stainless-Runtime,X-Stainless-Runtime-Version,X-Stainless-Timeout");
        assertThat(answer.get("Access-Control-Max-Age")).isEqualTo("43200");
        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("http://localhost");
        assertThat(answer.getValuesList("Vary"))
                .containsExactly("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers");
        assertThat(answer.contains("Access-Control-Allow-Credentials")).isFalse();
    }

    @Test
    void ifEverybodyMayCallAnswersDoNotVary() {
        Cors open = new Cors(new OriginRule(List.of("*")));

        open.allowRequest(answer, "https://anybody.example");

        assertThat(answer.get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.contains("Vary")).isFalse();
    }
}
