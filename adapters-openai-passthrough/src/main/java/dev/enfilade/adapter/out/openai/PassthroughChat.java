package dev.enfilade.adapter.out.openai;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.services.blocking.chat.ChatCompletionService;
import dev.enfilade.adapter.out.openai.decode.AnswerRules;
import dev.enfilade.adapter.out.openai.decode.AnswerRules.Reasoning;
import dev.enfilade.adapter.out.openai.decode.Stopwatch;
import dev.enfilade.adapter.out.openai.request.ChatParams;
import dev.enfilade.adapter.out.openai.request.Prepared;
import dev.enfilade.application.port.out.ChatBackend;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.stream.EventStream;
import java.util.List;
import java.util.function.Consumer;

/** Chats by {@code POST /chat/completions}. */
final class PassthroughChat implements ChatBackend {

    private final ChatCompletionService.WithRawResponse service;
    private final LearnedDialect dialect;
    private final AnswerOpener answers;
    private final boolean alwaysStream;
    private final Consumer<List<String>> dropped;

    PassthroughChat(
            ChatCompletionService.WithRawResponse service,
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
    public EventStream<GenerationEvent> chat(ChatRequest request) {
        Stopwatch watch = answers.startWatch();
        boolean streamed = alwaysStream || request.delivery() == Delivery.STREAMED;
        Prepared<ChatCompletionCreateParams> prepared =
                ChatParams.of(request, dialect.of(request.model().value()), streamed);
        dropped.accept(prepared.dropped());
        AnswerRules rules = answers.rules(reasoning(request.thinking()), request.logprobs());
        return answers.asking(
                request.model(),
                () -> answers.open(
                        streamed ? service.createStreaming(prepared.params()) : service.create(prepared.params()),
                        streamed,
                        rules,
                        watch));
    }

    private static Reasoning reasoning(Thinking thinking) {
        return switch (thinking) {
            case Thinking.Off _, Thinking.NotExpected _ -> Reasoning.DROPPED;
            case Thinking.Unset _, Thinking.On _, Thinking.Effort _ -> Reasoning.TOLD;
        };
    }
}
