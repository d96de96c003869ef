package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traffic of every kind moves every meter, and the page names exactly those that there are. */
@Timeout(120)
class EveryMeterTest {

    private static final Path PAGE = Path.of("../docs/monitoring.md");
    private static final Pattern NAME = Pattern.compile("`((?:enfilade|gen_ai|jvm|process|system|disk)_\\w+)`");

    /** What comes back to where it was, and is seen in between. */
    private static final Set<String> PASSING = Set.of("enfilade_http_requests_in_flight", "enfilade_streams_active");

    /** What no traffic moves: facts, limits, and what other tests move; and what moves on a machine's own account. */
    private static final Set<String> STILL = Set.of(
            "enfilade_build_info",
            "enfilade_config_reloads_total",
            "enfilade_open_relay",
            "disk_total_bytes",
            "disk_free_bytes",
            "enfilade_disk_read_bytes_total",
            "enfilade_disk_written_bytes_total",
            "jvm_memory_max_bytes",
            "jvm_memory_committed_bytes",
            "jvm_buffer_count_buffers",
            "jvm_buffer_memory_used_bytes",
            "jvm_buffer_total_capacity_bytes",
            "jvm_gc_max_data_size_bytes",
            "jvm_gc_live_data_size_bytes",
            "jvm_gc_memory_promoted_bytes_total",
            "jvm_threads_daemon_threads",
            "jvm_threads_live_threads",
            "jvm_threads_peak_threads",
            "jvm_threads_states_threads",
            "jvm_threads_started_threads_total",
            "process_cpu_usage",
            "process_files_max_files",
            "process_resident_memory_bytes",
            "process_start_time_seconds",
            "system_cpu_usage",
            "system_load_average_1m");

    @TempDir
    Path folder;

    @Test
    void trafficMovesEveryMeterThatThePageNames() throws Exception {
        try (Stage stage = new Stage(folder, "limits: {streams: 1, queue: 0}\nretry: {attempts: 1}\n")) {
            stage.get("/api/tags");
            Scrape before = stage.scrape();
            whole(stage);
            withBreaks(stage);
            System.gc();
            Scrape begun =
                    await(stage, scrape -> scrape.value("enfilade_stream_cancellations_total{by=\"client\"}") > 0);
            stage.backend.close();
            Scrape after = stage.scrape();
            while (after.value("enfilade_backend_up{backend=\"main\"}") == 1) {
                assertThat(stage.chat("/api/chat", "m", true).statusCode()).isEqualTo(502);
                after = stage.scrape();
            }
            Scrape last = after;

            assertThat(last.names()).isEqualTo(namesOnThePage());
            Set<String> unmoved = last.names().stream()
                    .filter(name -> !STILL.contains(name) && !PASSING.contains(name))
                    .filter(name -> before.values(name).equals(last.values(name))
                            && before.values(name).equals(begun.values(name)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(unmoved).isEmpty();
        }
    }

    private static void whole(Stage stage) throws IOException, InterruptedException {
        for (String path : new String[] {"/api/chat", "/v1/chat/completions"}) {
            assertThat(stage.chat(path, "m", false).statusCode()).isEqualTo(200);
            assertThat(stage.chat(path, "m", true).statusCode()).isEqualTo(200);
        }
        stage.post("/api/embed", "{\"model\":\"m\",\"input\":\"x\"}");
        stage.post("/api/generate", "{\"model\":\"m\",\"prompt\":\"x\",\"options\":{\"top_k\":3}}");
    }

    private static void withBreaks(Stage stage) throws IOException, InterruptedException {
        stage.get("/api/tags", "Origin", "https://evil.example");
        stage.chat("/api/chat", "malformed", true);
        assertThat(stage.chat("/api/chat", "busy", true).statusCode()).isEqualTo(429);
        try (Socket leaver = new Socket(
                InetAddress.getLoopbackAddress(), stage.house.address().port())) {
            String body = Stage.body("slow", true);
            leaver.getOutputStream()
                    .write(("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = leaver.getInputStream();
            assertThat(answer.read()).isPositive();
            Scrape during = stage.scrape();
            assertThat(during.value("enfilade_streams_active")).isEqualTo(1);
            assertThat(during.value("enfilade_http_requests_in_flight")).isEqualTo(2);
            assertThat(stage.chat("/api/chat", "m", true).statusCode()).isEqualTo(503);
        }
    }

    private static Scrape await(Stage stage, Predicate<Scrape> seen) throws IOException, InterruptedException {
        Scrape scrape = stage.scrape();
        while (!seen.test(scrape)) {
            Thread.onSpinWait();
            scrape = stage.scrape();
        }
        return scrape;
    }

    private static Set<String> namesOnThePage() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 2)))
                .flatMap(cell -> NAME.matcher(cell).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
