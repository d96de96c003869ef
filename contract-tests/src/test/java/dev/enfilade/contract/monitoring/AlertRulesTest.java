package dev.enfilade.contract.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"check config prometheus.yml", "check rules alerts.yml", "test rules alerts_test.yml"})
    void prometheusItselfAccepts(String arguments) throws IOException, InterruptedException {
        Command promtool = Command.of(Shipped.PROMETHEUS, "promtool").with((Object[]) arguments.split(" "));
        try {
            Command.Outcome outcome = promtool.run();
            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        } catch (IOException e) {
            assumeTrue(false, "promtool of Prometheus is not here: " + e.getMessage());
        }
    }

    @Test
    void everyAlertHasACourseOfEventsInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (JsonNode check : Shipped.yaml("prometheus/alerts_test.yml").findParents("alertname")) {
            (check.path("exp_alerts").isEmpty() ? silent : firing)
                    .add(check.path("alertname").asText());
        }

        assertThat(firing).isEqualTo(Shipped.alerts().keySet());
        assertThat(silent).isEqualTo(Shipped.alerts().keySet());
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatToDo() throws IOException {
        assertThat(Shipped.alerts()).isNotEmpty().allSatisfy((name, rule) -> {
            assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning", "info");
            assertThat(rule.path("annotations").path("summary").asText()).contains("{{ $labels.instance }}");
            assertThat(rule.path("annotations").path("description").asText()).endsWith(".");
        });
    }

    @Test
    void idsOfPanelsAreUniqueAndPanelsDoNotOverlap() throws IOException {
        Map<Integer, Long> ids = Shipped.dashboard()
                .path("panels")
                .valueStream()
                .collect(Collectors.groupingBy(panel -> panel.path("id").asInt(), Collectors.counting()));
        Map<String, Long> corners = Shipped.dashboard()
                .path("panels")
                .valueStream()
                .map(panel -> panel.path("gridPos"))
                .collect(Collectors.groupingBy(at -> at.path("x") + "," + at.path("y"), Collectors.counting()));

        assertThat(ids.values()).isNotEmpty().containsOnly(1L);
        assertThat(corners.values()).containsOnly(1L);
    }
}
