package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "https://localhost:8443",
                "http://127.0.0.1:3000",
                "https://0.0.0.0",
                "app://obsidian.md",
                "file://x",
                "tauri://localhost",
                "vscode-webview://abc",
                "vscode-file://vscode-app"
            })
    void pagesOfThisMachineAndDesktopApplicationsMayCall(String origin) {
        assertThat(new OriginRule(List.of()).allows(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://localhost/",
                "http://localhostx",
                "http://[::1]:3000",
                "HTTP://LOCALHOST:1",
                "null",
                "chrome-extension://abc",
                "http://evil.example/http://localhost",
                "*"
            })
    void otherPagesMayNot(String origin) {
        assertThat(new OriginRule(List.of()).allows(origin)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, https://example.com, true",
        "https://example.com, https://example.com:1, false",
        "https://example.com, https://sub.example.com, false",
        "https://*.example.com, https://sub.example.com, true",
        "https://*.example.com, https://example.com, false",
        "https://*.example.com, https://evil.example, false",
        "https://a.*, https://a.example, true",
        "*.example, chrome://x.example, true",
        "aa*aa, aaa, false",
        "chrome-extension://*, chrome-extension://abc, true",
        "moz-extension://abc, moz-extension://abc, true",
        "null, null, true",
        "*, https://evil.example, true",
        "https://example.com, https://example.COM, false",
        "HTTPS://Example.com, https://example.com, true"
    })
    void anEntryIsAnOriginOrHasOneStar(String entry, String origin, boolean allowed) {
        assertThat(new OriginRule(List.of(entry)).allows(origin)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", " https://example.com", "https://*.*", "", "ftp://example.com"})
    void anEntryThatCouldNeverMatchIsRefused(String entry) {
        assertThatThrownBy(() -> new OriginRule(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + entry + "'");
    }

    @Test
    void onlyTheLoneStarMeansEverybody() {
        assertThat(new OriginRule(List.of("*")).allowsEverybody()).isTrue();
        assertThat(new OriginRule(List.of("http://*")).allowsEverybody()).isFalse();
    }
}
