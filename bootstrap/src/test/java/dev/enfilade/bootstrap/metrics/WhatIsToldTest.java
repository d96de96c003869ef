package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Neither logs, at whatever level, nor metrics tell what was said, or a key; and an id leads all the way through. */
@Timeout(120)
class WhatIsToldTest {

    private static final String[] SECRETS = {"canary", "Bearer"};

    @TempDir
    Path folder;

    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final PrintStream errors = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private final AppenderBase<ILoggingEvent> all = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @BeforeEach
    void listenAtEveryLevel() {
        all.start();
        root.addAppender(all);
        root.setLevel(Level.TRACE);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(errors);
        root.setLevel(level);
        root.detachAppender(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void neitherPromptsNorKeysAreTold(String format) throws Exception {
        String metrics;
        try (Stage stage = new Stage(folder, "logging: {level: trace, format: " + format + "}\n")) {
            for (String path : new String[] {"/api/chat", "/v1/chat/completions"}) {
                for (String model : new String[] {"m", "malformed", "busy", "canary-model"}) {
                    stage.chat(path, model, true, "Authorization", "Bearer canary-key");
                    stage.chat(path + "?q=canary", model, false, "X-Api-Key", "canary-key");
                }
            }
            stage.post("/api/chat", "{\"model\":\"m\",\"messages\":\"canary");
            stage.post("/api/generate", "{\"model\":\"m\",\"prompt\":\"canary\",\"options\":{\"top_k\":3}}");
            metrics = stage.scrape().text() + stage.get("/v1/metrics").body();
        }

        assertThat(events).anyMatch(event -> event.contains("top_k"));
        assertThat(String.join("\n", events).replace("canary-model", "")).doesNotContainIgnoringCase(SECRETS);
        assertThat(written.toString(StandardCharsets.UTF_8).replace("canary-model", ""))
                .doesNotContainIgnoringCase(SECRETS);
        assertThat(metrics).doesNotContainIgnoringCase(SECRETS);
    }

    @Test
    void anIdLeadsToTheBackendOnBothApis() throws Exception {
        try (Stage stage = new Stage(folder, "")) {
            String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
            for (String path : new String[] {"/api/chat", "/v1/chat/completions"}) {
                assertThat(stage.chat(path, "m", false, "X-Request-Id", "mine" + path.length(), "traceparent", trace)
                                .headers()
                                .firstValue("X-Request-Id"))
                        .contains("mine" + path.length());
                assertThat(stage.received())
                        .contains("X-Request-Id: mine" + path.length() + "\r\n")
                        .contains("traceparent: " + trace + "\r\n");
                stage.chat(
                        path,
                        "m",
                        false,
                        "X-Request-Id",
                        "not sane",
                        "traceparent",
                        "00-nonsense",
                        "tracestate",
                        "a=b");
                assertThat(stage.received()).doesNotContain("not sane", "nonsense", "tracestate");
            }
        }
    }
}
