package dev.enfilade.bootstrap.metrics;

import dev.enfilade.bootstrap.logging.AccessLine;
import dev.enfilade.bootstrap.logging.RequestObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Predicate;

/** Everything that requests move. */
final class TrafficMeters implements RequestObserver {

    private final HttpMeters http;
    private final StreamMeters streams;
    private final CallMeters calls;

    TrafficMeters(MeterRegistry registry, Predicate<String> knownModels) {
        this.http = new HttpMeters(registry);
        this.streams = new StreamMeters(registry);
        this.calls = new CallMeters(registry, new ModelLabels(knownModels));
    }

    @Override
    public void streamBegan(Duration sinceRequest) {
        streams.began(sinceRequest);
    }

    @Override
    public void pieceSent(long nanosSinceLast) {
        streams.pieceSent(nanosSinceLast);
    }

    @Override
    public void ended(AccessLine line) {
        Exemplars.of(line.ids().span(), () -> {
            http.ended(line);
            streams.ended(line);
            calls.ended(line);
        });
    }
}
