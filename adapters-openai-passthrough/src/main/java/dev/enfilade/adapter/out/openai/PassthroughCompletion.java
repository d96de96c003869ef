package dev.enfilade.adapter.out.openai;

import com.openai.models.completions.CompletionCreateParams;
import com.openai.services.blocking.CompletionService;
import dev.enfilade.adapter.out.openai.decode.AnswerRules;
import dev.enfilade.adapter.out.openai.decode.AnswerRules.Reasoning;
import dev.enfilade.adapter.out.openai.decode.Stopwatch;
import dev.enfilade.adapter.out.openai.request.CompletionParams;
import dev.enfilade.adapter.out.openai.request.Prepared;
import dev.enfilade.application.port.out.CompletionBackend;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.stream.EventStream;
import java.util.List;
import java.util.function.Consumer;

/** Continues raw prompts by {@code POST /completions}. */
final class PassthroughCompletion implements CompletionBackend {

    private final CompletionService.WithRawResponse service;
    private final LearnedDialect dialect;
    private final AnswerOpener answers;
    private final boolean alwaysStream;
    private final Consumer<List<String>> dropped;

    PassthroughCompletion(
            CompletionService.WithRawResponse service,
            LearnedDialect dialect,
            AnswerOpener answers,
            boolean alwaysStream,
            Consumer<List<String>> dropped) {
        this.service = service;
        this.dialect = dialect;
        this.answers = answers;
        this.alwaysStream = alwaysStream;
        this.dropped = dropped;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // The stream closes the response.
    public EventStream<GenerationEvent> complete(GenerateRequest request) {
        Stopwatch watch = answers.startWatch();
        boolean streamed = alwaysStream || request.delivery() == Delivery.STREAMED;
        Prepared<CompletionCreateParams> prepared =
                CompletionParams.of(request, dialect.of(request.model().value()), streamed);
        dropped.accept(prepared.dropped());
        AnswerRules rules = answers.rules(Reasoning.AS_MARKED, request.logprobs());
        return answers.asking(
                request.model(),
                () -> answers.open(
                        streamed ? service.createStreaming(prepared.params()) : service.create(prepared.params()),
                        streamed,
                        rules,
                        watch));
    }
}
