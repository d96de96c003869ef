package dev.enfilade.adapter.out.openai.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.Secret;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilterTest {

    private static final String KEY = "k0123456789abcdefghij";

    private final SecretFilter filter = new SecretFilter(List.of(new Secret(KEY)));

    @Test
    void keyIsHiddenWhole() {
        assertThat(filter.clean("a " + KEY + " b " + KEY)).isEqualTo("a [secret] b [secret]");
    }

    @Test
    void noEightCharactersOfTheKeyAreLeft() {
        for (int from = 0; from < KEY.length(); from++) {
            for (int to = from + 8; to <= KEY.length(); to++) {
                assertThat(filter.clean("x" + KEY.substring(from, to) + "y")).isEqualTo("x[secret]y");
            }
        }
    }

    @Test
    void keyInBase64IsHidden() {
        String encoded = Base64.getEncoder().encodeToString(KEY.getBytes(UTF_8));
        assertThat(filter.clean("{" + encoded + "}")).isEqualTo("{[secret]}");
    }

    @ParameterizedTest
    @CsvSource({
        "Incorrect API key provided: sk-abcd****wxyz. Find it.,Incorrect API key provided: [secret] Find it.",
        "sk-proj-abcdefgh,[secret]",
        "gsk_abcdefgh,[secret]",
        "Authorization: Bearer abc.d3f-ghi,Authorization: [secret]",
        "bearer  abcd**=,[secret]",
    })
    void whatLooksLikeAKeyIsHidden(String text, String clean) {
        assertThat(filter.clean(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask-me-anything",
                "a task-force",
                "sk-x",
                "the bearer of news",
                "Bearer authentication required",
                "0123456"
            })
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(filter.clean(text)).isEqualTo(text);
    }

    @Test
    void placeholderForAKeyHidesNothing() {
        assertThat(new SecretFilter(List.of(new Secret("none"))).clean("none of it"))
                .isEqualTo("none of it");
    }

    @Test
    void otherBytesStayAsTheyAre() {
        byte[] bytes = ("\u00FF\u0000" + KEY + "\u00C3").getBytes(ISO_8859_1);
        assertThat(filter.clean(bytes)).isEqualTo("\u00FF\u0000[secret]\u00C3".getBytes(ISO_8859_1));
        byte[] harmless = {1, -1, 0};
        assertThat(filter.clean(harmless)).isSameAs(harmless);
    }
}
