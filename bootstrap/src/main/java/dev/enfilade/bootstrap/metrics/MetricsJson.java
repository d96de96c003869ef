package dev.enfilade.bootstrap.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;

/** Metrics for who reads JSON: by category, each under its name in Prometheus, with percentiles worked out. */
final class MetricsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MetricsJson() {}

    static String of(MetricSnapshots snapshots) {
        ObjectNode all = JSON.objectNode();
        for (Category category : Category.values()) {
            all.putObject(category.word());
        }
        for (MetricSnapshot snapshot : snapshots) {
            String name = name(snapshot);
            ObjectNode metric = ((ObjectNode) all.get(Category.of(name).word())).putObject(name);
            metric.put("type", type(snapshot))
                    .put("help", snapshot.getMetadata().getHelp());
            ArrayNode series = metric.putArray("series");
            snapshot.getDataPoints().forEach(point -> series.add(series(point)));
        }
        return all.toString();
    }

    private static String name(MetricSnapshot snapshot) {
        String name = snapshot.getMetadata().getPrometheusName();
        return switch (snapshot) {
            case CounterSnapshot _ -> name + "_total";
            case InfoSnapshot _ -> name + "_info";
            default -> name;
        };
    }

    private static String type(MetricSnapshot snapshot) {
        return switch (snapshot) {
            case CounterSnapshot _ -> "counter";
            case HistogramSnapshot _ -> "histogram";
            case SummarySnapshot _ -> "summary";
            default -> "gauge";
        };
    }

    private static ObjectNode series(DataPointSnapshot point) {
        ObjectNode series = JSON.objectNode();
        ObjectNode labels = series.putObject("labels");
        point.getLabels().forEach(label -> labels.put(label.getName(), label.getValue()));
        switch (point) {
            case CounterSnapshot.CounterDataPointSnapshot counter -> number(series, "value", counter.getValue());
            case GaugeSnapshot.GaugeDataPointSnapshot gauge -> number(series, "value", gauge.getValue());
            case HistogramSnapshot.HistogramDataPointSnapshot histogram -> histogram(series, histogram);
            case SummarySnapshot.SummaryDataPointSnapshot summary -> {
                series.put("count", summary.getCount());
                number(series, "sum", summary.getSum());
            }
            default -> series.put("value", 1);
        }
        return series;
    }

    private static void histogram(ObjectNode series, HistogramSnapshot.HistogramDataPointSnapshot histogram) {
        Percentiles percentiles = new Percentiles(histogram.getClassicBuckets());
        series.put("count", histogram.getCount());
        number(series, "sum", histogram.getSum());
        number(series, "p50", percentiles.at(.5));
        number(series, "p95", percentiles.at(.95));
        number(series, "p99", percentiles.at(.99));
    }

    /** JSON has no word for what is not a number. */
    private static void number(ObjectNode series, String name, double value) {
        if (!Double.isFinite(value)) {
            series.putNull(name);
        } else if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            series.put(name, (long) value);
        } else {
            series.put(name, value);
        }
    }
}
