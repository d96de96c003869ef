package dev.enfilade.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void reloadsAreCountedByTheirResult() {
        Metrics metrics = new Metrics(sources(false));
        assertThat(scrape(metrics).value("enfilade_config_reloads_total{result=\"ok\"}"))
                .isZero();

        metrics.reloaded();
        metrics.reloaded();
        metrics.reloadFailed();

        assertThat(scrape(metrics).value("enfilade_config_reloads_total{result=\"ok\"}"))
                .isEqualTo(2);
        assertThat(scrape(metrics).value("enfilade_config_reloads_total{result=\"failed\"}"))
                .isEqualTo(1);
    }

    @Test
    void anOpenAddressIsSeen() {
        assertThat(scrape(new Metrics(sources(true))).value("enfilade_open_relay"))
                .isEqualTo(1);
        assertThat(scrape(new Metrics(sources(false))).value("enfilade_open_relay"))
                .isZero();
    }

    private static Scrape scrape(Metrics metrics) {
        return new Scrape(metrics.text("text/plain"));
    }

    private static Sources sources(boolean open) {
        return new Sources("1", open, _ -> true, List::of, Map::of, () -> 0);
    }
}
