package dev.enfilade.bootstrap.server;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** In which word a request ended whose handler threw. */
final class Endings {

    private Endings() {}

    /** None if only the surface knows: it may have refused the request in its own way, or there is a bug. */
    static Optional<Outcome> of(Throwable thrown, Optional<HandlerThread.Reason> interrupted) {
        if (interrupted.isPresent()) {
            return Optional.of(
                    switch (interrupted.get()) {
                        case CLIENT_GONE -> Outcome.CLIENT_GONE;
                        case CLIENT_STALLED -> Outcome.CLIENT_STALL;
                        case SHUTTING_DOWN -> Outcome.DRAINED;
                    });
        }
        return failure(thrown)
                .map(failure -> failure instanceof Failure.Cancelled ? lost(thrown) : Outcome.of(failure));
    }

    private static Optional<Failure> failure(Throwable thrown) {
        Optional<Failure> known = causes(thrown, FailureException.class)
                .map(FailureException::failure)
                .findFirst();
        return known.or(() -> causes(thrown, IOException.class)
                .map(io -> (Failure) new Failure.Cancelled())
                .findFirst());
    }

    private static Outcome lost(Throwable thrown) {
        return causes(thrown, TimeoutException.class).findAny().isPresent()
                ? Outcome.CLIENT_STALL
                : Outcome.CLIENT_GONE;
    }

    private static <T> Stream<T> causes(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
