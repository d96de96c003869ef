package dev.enfilade.adapter.out.openai;

import static java.util.Locale.ROOT;

import com.openai.core.http.HttpResponse;
import dev.enfilade.adapter.out.openai.decode.AnswerRules;
import dev.enfilade.adapter.out.openai.decode.AnswerRules.Reasoning;
import dev.enfilade.adapter.out.openai.decode.AnswerStream;
import dev.enfilade.adapter.out.openai.decode.ReportedError;
import dev.enfilade.adapter.out.openai.decode.Stopwatch;
import dev.enfilade.adapter.out.openai.failure.BackendFailures;
import dev.enfilade.adapter.out.openai.failure.Markup;
import dev.enfilade.adapter.out.openai.failure.MissingModel;
import dev.enfilade.adapter.out.openai.transport.Exchange;
import dev.enfilade.adapter.out.openai.transport.SdkHttpClient;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.request.LogprobDetail;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Opens answers by what they are, which is not always what was asked for. */
final class AnswerOpener {

    private final BackendFailures failures;
    private final LongSupplier nanoTime;

    AnswerOpener(BackendFailures failures, LongSupplier nanoTime) {
        this.failures = failures;
        this.nanoTime = nanoTime;
    }

    Stopwatch startWatch() {
        return new Stopwatch(nanoTime);
    }

    AnswerRules rules(Reasoning reasoning, Optional<LogprobDetail> logprobs) {
        return new AnswerRules(
                reasoning, logprobs.map(LogprobDetail::alternatives).orElse(0), this::failure);
    }

    /** Makes a call that is about this model, of which the backend may say in its own words that it has none. */
    <T> T asking(ModelName model, Supplier<T> call) {
        try {
            return call.get();
        } catch (FailureException e) {
            throw MissingModel.isMeant(e.failure(), model.value())
                    ? new FailureException(new Failure.ModelNotFound(model.value()), e)
                    : e;
        }
    }

    Failure failure(ReportedError error) {
        return failures.reported(error.status(), error.text(), error.type(), error.code());
    }

    /**
     * The answer's events, the first one in hand.
     *
     * @param streamed what was asked for; it decides where the backend does not say what it sends
     */
    AnswerStream open(HttpResponse response, boolean streamed, AnswerRules rules, Stopwatch watch) {
        watch.headInHand();
        Exchange exchange = SdkHttpClient.exchangeOf(response);
        refusePages(exchange);
        String type = exchange.headers().first("content-type").orElse("").toLowerCase(ROOT);
        boolean events = type.contains("event-stream") || (streamed && !type.contains("/json"));
        return events
                ? AnswerStream.ofEvents(exchange.events(), rules, watch)
                : AnswerStream.ofWhole(exchange.body(), rules, watch);
    }

    private static void refusePages(Exchange exchange) {
        if (Markup.isAnnounced(exchange.headers())) {
            exchange.close();
            throw new FailureException(new Failure.Broken(Failure.Flaw.INVALID));
        }
    }
}
