package dev.enfilade.contract.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void metricsAndLabelsAreToldFromFunctionsAndValues() {
        Query query = new Query("""
            histogram_quantile(0.95, sum by (le, route) (rate(a_bucket{api="ollama", status=~"5.."}[$__rate_interval])))
              > 10 and on (instance) b offset 15m unless increase(c[1h]) == 0 # d
            """);

        assertThat(query.metrics()).containsExactlyInAnyOrder("a_bucket", "b", "c");
        assertThat(query.labels()).containsExactlyInAnyOrder("route", "api", "status", "instance");
    }
}
