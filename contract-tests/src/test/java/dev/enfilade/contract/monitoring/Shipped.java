package dev.enfilade.contract.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is shipped for Prometheus and Grafana. */
final class Shipped {

    static final Path FOLDER = Path.of("../deploy").toAbsolutePath().normalize();
    static final Path PROMETHEUS = FOLDER.resolve("prometheus");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Shipped() {}

    static JsonNode yaml(String file) throws IOException {
        return YAML.readTree(FOLDER.resolve(file).toFile());
    }

    static JsonNode dashboard() throws IOException {
        return JSON.readTree(FOLDER.resolve("grafana/dashboards/enfilade.json").toFile());
    }

    /** The rules by the names of their alerts. */
    static Map<String, JsonNode> alerts() throws IOException {
        Map<String, JsonNode> alerts = new TreeMap<>();
        for (JsonNode rule : yaml("prometheus/alerts.yml").findParents("alert")) {
            alerts.put(rule.path("alert").asText(), rule);
        }
        return alerts;
    }

    /** Every query, by where it stands. */
    static Map<String, Query> queries() throws IOException {
        Map<String, Query> queries = alerts().entrySet().stream()
                .collect(Collectors.toMap(
                        alert -> "alert " + alert.getKey(),
                        alert -> new Query(alert.getValue().path("expr").asText()),
                        (one, _) -> one,
                        TreeMap::new));
        for (JsonNode panel : dashboard().findParents("targets")) {
            List<JsonNode> targets = panel.path("targets").findParents("expr");
            targets.forEach(target -> queries.put(
                    "panel " + panel.path("id") + " " + panel.path("title").asText() + " " + target.path("refId"),
                    new Query(target.path("expr").asText())));
        }
        dashboard()
                .path("annotations")
                .findParents("expr")
                .forEach(annotation -> queries.put(
                        "annotation", new Query(annotation.path("expr").asText())));
        return queries;
    }
}
