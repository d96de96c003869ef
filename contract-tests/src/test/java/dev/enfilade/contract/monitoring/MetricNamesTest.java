package dev.enfilade.contract.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enfilade.contract.core.Client;
import dev.enfilade.contract.product.Diagnosis;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dashboard and alerts ask for is in a scrape of the packaged product that has been used. */
class MetricNamesTest {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_:][a-zA-Z0-9_:]*)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** What Prometheus adds. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "instance", "job");

    @TempDir
    private static Path folder;

    private static PackagedProduct product;
    private static String scrape = "";

    @BeforeAll
    static void use() throws IOException, InterruptedException {
        product = PackagedProduct.demo(folder);
        InetSocketAddress address = product.address();
        for (String model : new String[] {"demo-echo", "demo-error", "nobody"}) {
            String chat =
                    "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"One two three\"}]}";
            read(Client.post(address, "/api/chat", chat));
            read(Client.post(address, "/v1/chat/completions", chat));
        }
        leave(address);
        // There is no pause to tell of before the first one.
        Diagnosis.ask(product.process(), "GC.run");
        scrape = read(Client.get(address, "/metrics"));
        assumeTrue(scrape.startsWith("#"), "the product has no /metrics");
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    void everyMetricIsInTheScrape() throws IOException {
        Set<String> names = samples().map(sample -> sample.group(1)).collect(Collectors.toCollection(TreeSet::new));
        names.addAll(OF_PROMETHEUS);

        assertThat(Shipped.queries())
                .isNotEmpty()
                .allSatisfy((_, query) -> assertThat(names).containsAll(query.metrics()));
    }

    @Test
    void everyLabelIsInTheScrape() throws IOException {
        Set<String> labels = samples()
                .map(sample -> String.valueOf(sample.group(2)))
                .flatMap(list -> LABEL.matcher(list).results())
                .map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        labels.addAll(OF_PROMETHEUS);

        assertThat(Shipped.queries())
                .isNotEmpty()
                .allSatisfy((_, query) -> assertThat(labels).containsAll(query.labels()));
    }

    private static Stream<MatchResult> samples() {
        return SAMPLE.matcher(scrape).results();
    }

    private static String read(Client answer) throws IOException {
        try (answer) {
            answer.head();
            return String.join("\n", answer.bodyLines()) + "\n";
        }
    }

    /** Leaves in the middle of an answer. */
    private static void leave(InetSocketAddress address) throws IOException {
        try (Client client = Client.post(
                address, "/api/generate", "{\"model\":\"demo-slow\",\"prompt\":\"one two three four five six\"}")) {
            client.head().bodyLine();
        }
    }
}
