package dev.enfilade.adapter.out.openai.decode;

import dev.enfilade.adapter.out.openai.decode.AnswerRules.Reasoning;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.GenerationEvent.ThinkingDelta;
import dev.enfilade.domain.generation.GenerationEvent.ToolCalls;
import dev.enfilade.domain.generation.TokenLogprob;
import dev.enfilade.domain.generation.ToolCallAssembler;
import dev.enfilade.domain.generation.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the documents of one answer into events, and knows whether the answer is complete. */
final class AnswerBuilder {

    private final AnswerRules rules;
    private final Stopwatch watch;
    private final Consumer<GenerationEvent> events;
    private final Surrogates answer = new Surrogates();
    private final Surrogates reasoning = new Surrogates();
    private final ThinkTags tags = new ThinkTags(this::thinkMarked, this::say);
    private final ToolCallAssembler calls = new ToolCallAssembler(CallIds::next);
    private final CustomCalls customCalls = new CustomCalls();
    private @Nullable Choice elsewhere;
    private int timesElsewhere;
    private List<TokenLogprob> logprobs = List.of();
    private boolean said;
    private @Nullable ReportedError words;
    private @Nullable FinishReason finish;
    private @Nullable Usage usage;
    private @Nullable EngineTimings timings;

    AnswerBuilder(AnswerRules rules, Stopwatch watch, Consumer<GenerationEvent> events) {
        this.rules = rules;
        this.watch = watch;
        this.events = events;
    }

    /** Whether the backend gave a finish reason. */
    boolean isFinished() {
        return finish != null;
    }

    /** @throws FailureException if the document reports an error or contradicts what came before */
    void add(AnswerDocument document) {
        refuse(document.error);
        words = document.words == null ? words : document.words;
        usage = document.usage == null ? usage : document.usage;
        timings = document.timings == null ? timings : document.timings;
        if (document.hasChoice) {
            add(document.choice());
        }
    }

    private void refuse(@Nullable ReportedError error) {
        if (error != null) {
            throw new FailureException(rules.failures().apply(error));
        }
    }

    private void add(Choice choice) {
        refuse(choice.error);
        usage = choice.usage == null ? usage : choice.usage;
        if (choice.saysSomething()) {
            if (finish != null) {
                throw Json.invalid();
            }
            watch.token();
            said = true;
        }
        if (!said && choice.elsewhere != null) {
            elsewhere = choice.elsewhere;
            timesElsewhere++;
        }
        take(choice);
        if (finish == null && choice.finishReason != null) {
            finish = FinishReasons.of(choice.finishReason);
        }
    }

    private void take(Choice choice) {
        boolean dropped = rules.reasoning() == Reasoning.DROPPED && !choice.reasoning.isEmpty();
        if (!dropped) {
            logprobs = choice.logprobs;
            think(reasoning.join(choice.reasoning));
        }
        addText(answer.join(choice.text));
        say("");
        choice.fragments.forEach(this::addFragment);
    }

    private void addFragment(ToolFragment fragment) {
        if (fragment.input().isPresent()) {
            customCalls.add(fragment);
        } else {
            calls.add(fragment.index(), fragment.id(), fragment.name(), fragment.arguments());
        }
    }

    private void addText(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (rules.reasoning() == Reasoning.AS_MARKED) {
            say(text);
        } else {
            tags.add(text);
        }
    }

    /** What stood between tags. */
    private void thinkMarked(String text) {
        if (rules.reasoning() == Reasoning.DROPPED) {
            logprobs = List.of();
        } else {
            think(text);
        }
    }

    private void think(String text) {
        if (!text.isEmpty()) {
            events.accept(new ThinkingDelta(text));
        }
    }

    private void say(String text) {
        if (!text.isEmpty() || !logprobs.isEmpty()) {
            events.accept(new TextDelta(text, logprobs));
            logprobs = List.of();
        }
    }

    /**
     * The stream is over. @throws FailureException if the backend never gave a finish reason: then the answer was cut
     */
    void end() {
        if (finish == null) {
            refuse(said ? null : words);
            throw Json.cut();
        }
        end(finish);
    }

    /** What is wrong where there is no answer at all. */
    FailureException missing() {
        return words == null
                ? Json.invalid()
                : new FailureException(rules.failures().apply(words));
    }

    /** The answer came in one piece, which is as good as a finish reason. */
    void endWhole() {
        end(finish == null ? FinishReason.STOP : finish);
    }

    /** Who says nothing where it should be said, and it once elsewhere, said it there. */
    private void takeElsewhere() {
        if (said || elsewhere == null) {
            return;
        }
        if (timesElsewhere > 1) {
            throw Json.invalid();
        }
        take(elsewhere);
    }

    /** Gives out what was held back, the tool calls, and the end. */
    private void end(FinishReason reason) {
        takeElsewhere();
        think(reasoning.rest());
        addText(answer.rest());
        tags.end();
        customCalls.giveTo(calls);
        if (!calls.isEmpty()) {
            ToolCallCheck check = new ToolCallCheck(reason);
            events.accept(
                    new ToolCalls(calls.calls().stream().map(check::checked).toList()));
        }
        Optional<EngineTimings> engine = Optional.ofNullable(timings);
        Optional<Usage> counted = Optional.ofNullable(usage).or(() -> engine.flatMap(EngineTimings::usage));
        events.accept(new Finished(reason, counted, watch.stop(engine)));
    }
}
