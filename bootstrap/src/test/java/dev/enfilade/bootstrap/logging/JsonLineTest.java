package dev.enfilade.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.enfilade.bootstrap.trace.SpanRef;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    private static final Path PAGE = Path.of("../docs/monitoring.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private static final AccessLine FULL = new AccessLine(
            Lines.ENDED,
            new Asked(Api.OLLAMA, "POST", "/api/chat", "/api/chat", "10.0.0.7", 120),
            new Answered(200, true, 300, 4, Optional.of(Duration.ofMillis(12))),
            Outcome.COMPLETE,
            List.of(new CallEnd(
                    Operation.CHAT,
                    "llama3.2",
                    "gpt-4o-mini",
                    "main",
                    Outcome.COMPLETE,
                    StatusClass.SUCCESS,
                    Optional.of(new Usage(7, 3)),
                    4)),
            Optional.empty(),
            Duration.ofMillis(34),
            new Ids("id-1", Optional.of("theirs-1"), Optional.of(new SpanRef("a".repeat(32), "b".repeat(16), true))));

    @Test
    void everyMemberHasItsOwnType() throws IOException {
        assertThat(JsonLine.of(FULL))
                .isEqualTo("{\"time\":\"2026-11-21T12:00:00.003Z\",\"level\":\"INFO\",\"logger\":\"access\","
                        + "\"method\":\"POST\",\"path\":\"/api/chat\",\"route\":\"/api/chat\",\"api\":\"ollama\","
                        + "\"client\":\"10.0.0.7\",\"bytes_in\":120,\"status\":200,\"outcome\":\"complete\","
                        + "\"stream\":true,\"bytes_out\":300,\"chunks\":4,\"ttfb_ms\":12.0,\"duration_ms\":34.0,"
                        + "\"model\":\"llama3.2\",\"upstream_model\":\"gpt-4o-mini\",\"backend\":\"main\","
                        + "\"tokens_in\":7,\"tokens_out\":3,\"attempts\":1,\"request_id\":\"id-1\","
                        + "\"upstream_request_id\":\"theirs-1\",\"trace_id\":\"" + "a".repeat(32) + "\"}");
    }

    @Test
    void thePageNamesExactlyTheseMembers() throws IOException {
        Set<String> members = new TreeSet<>();
        new JsonMapper().readTree(JsonLine.of(FULL)).fieldNames().forEachRemaining(members::add);

        assertThat(onThePage()).isEqualTo(members);
    }

    @Test
    void whatIsNotKnownIsNotThere() throws IOException {
        JsonNode line = new JsonMapper().readTree(JsonLine.of(Lines.of("GET", "/livez", "id-1")));

        assertThat(line.fieldNames())
                .toIterable()
                .doesNotContain("model", "ttfb_ms", "tokens_in", "trace_id", "upstream_request_id", "attempts");
    }

    @Test
    void nothingEndsTheLineOrReachesATerminal() {
        String line = JsonLine.of(Lines.of("GET", "/\u2028\u001b[31m\r\n" + "x".repeat(1000), "id"));

        assertThat(line).matches("[\\x20-\\x7e]+").hasSizeLessThan(700);
    }

    private static Set<String> onThePage() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("| Member |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(0, line.indexOf("|", 1)))
                .flatMap(cell -> NAME.matcher(cell).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
