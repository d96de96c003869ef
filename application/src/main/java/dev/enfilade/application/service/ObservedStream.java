package dev.enfilade.application.service;

import dev.enfilade.application.port.out.Telemetry;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.stream.EventStream;
import dev.enfilade.domain.stream.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/** A stream that tells, once, how it ended: with its last event, by a failure, or because it was closed before. */
final class ObservedStream implements EventStream<GenerationEvent> {

    private final EventStream<GenerationEvent> source;
    private final Observation observation;

    private ObservedStream(EventStream<GenerationEvent> source, Observation observation) {
        this.source = source;
        this.observation = observation;
    }

    /** Makes the call and observes its stream; a call that fails is told as well. */
    static EventStream<GenerationEvent> of(
            Operation operation, ModelRoute route, Telemetry telemetry, Supplier<EventStream<GenerationEvent>> call) {
        Observation observation = new Observation(operation, route, telemetry);
        return observation.watch(() -> new ObservedStream(call.get(), observation), StatusClass::of);
    }

    @Override
    public boolean hasNext() {
        return observation.watch(source::hasNext, _ -> StatusClass.SUCCESS);
    }

    @Override
    public GenerationEvent next() {
        GenerationEvent event = observation.watch(source::next, _ -> StatusClass.SUCCESS);
        observation.pieces().increment();
        if (event instanceof Finished finished) {
            observation.end(Outcome.COMPLETE, StatusClass.SUCCESS, finished.usage());
        }
        return event;
    }

    @Override
    public void close() {
        source.close();
        observation.end(Outcome.CLIENT_GONE, StatusClass.SUCCESS, Optional.empty());
    }

    private record Observation(
            Operation operation, ModelRoute route, Telemetry telemetry, LongAdder pieces, AtomicBoolean told) {

        Observation(Operation operation, ModelRoute route, Telemetry telemetry) {
            this(operation, route, telemetry, new LongAdder(), new AtomicBoolean());
        }

        /** @param status of a step that fails; a stream that has begun was answered well, however it ends */
        <T> T watch(Supplier<T> step, Function<Failure, StatusClass> status) {
            try {
                return step.get();
            } catch (FailureException e) {
                end(Outcome.of(e.failure()), status.apply(e.failure()), Optional.empty());
                throw e;
            } catch (RuntimeException e) {
                end(Outcome.INTERNAL, StatusClass.NONE, Optional.empty());
                throw e;
            }
        }

        void end(Outcome outcome, StatusClass status, Optional<Usage> usage) {
            if (told.compareAndSet(false, true)) {
                telemetry.ended(route.ended(operation, outcome, status, usage, pieces.sum()));
            }
        }
    }
}
