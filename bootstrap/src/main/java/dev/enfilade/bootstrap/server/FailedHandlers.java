package dev.enfilade.bootstrap.server;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.stream.Outcome;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a handler throws: its surface words it, or the connection breaks. Never a false end, never a stack
 * trace.
 */
final class FailedHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(FailedHandlers.class);
    private static final Set<Outcome> NOBODY_LISTENS = EnumSet.of(Outcome.CLIENT_GONE, Outcome.CLIENT_STALL);

    /** A surface has exceptions of its own for requests that it refuses in words of its own; those are no bugs. */
    private static final String SURFACES = "dev.enfilade.adapter.in.";

    private static final int NEVER_ANSWERED = 499;
    private static final int BUG = 500;

    private final Surfaces surfaces;

    FailedHandlers(Surfaces surfaces) {
        this.surfaces = surfaces;
    }

    void answer(Context ctx, Throwable thrown) {
        Exchange exchange = Exchange.of(ctx.req());
        boolean begun = ctx.res().isCommitted();
        Optional<HandlerThread.Reason> interrupted = exchange.handler().calm();
        Optional<Outcome> outcome = Endings.of(thrown, interrupted);
        outcome.ifPresent(exchange.note()::endedIn);
        word(ctx, interrupted.isPresent() ? new FailureException(new Failure.Cancelled(), thrown) : thrown, exchange);
        if (outcome.isEmpty()) {
            judge(ctx, thrown, begun, exchange);
        } else if (NOBODY_LISTENS.contains(outcome.get())) {
            leave(ctx, begun, exchange);
        }
    }

    private static void judge(Context ctx, Throwable thrown, boolean begun, Exchange exchange) {
        if (thrown.getClass().getName().startsWith(SURFACES)) {
            exchange.note().endedIn(Outcome.CLIENT_BAD);
        } else if (begun || ctx.statusCode() == BUG) {
            exchange.note().endedIn(Outcome.INTERNAL);
            LOG.error("A bug ended {} {} id={}", ctx.req().getMethod(), ctx.path(), exchange.id(), thrown);
        }
    }

    private static void leave(Context ctx, boolean begun, Exchange exchange) {
        if (!begun) {
            ctx.status(NEVER_ANSWERED);
        }
        exchange.abort();
    }

    private void word(Context ctx, Throwable thrown, Exchange exchange) {
        try {
            surfaces.of(ctx.path()).failures().answer(ctx, thrown);
        } catch (IOException | RuntimeException unworded) {
            exchange.abort();
        }
    }
}
