package dev.enfilade.adapter.out.openai.decode;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.failure.Failure;
import java.util.function.Function;

/**
 * How an answer is to be read.
 *
 * @param reasoning what becomes of the model's reasoning
 * @param alternatives how many candidates per token were asked for
 * @param failures what an error means that the backend reports inside an answer
 */
public record AnswerRules(Reasoning reasoning, int alternatives, Function<ReportedError, Failure> failures) {

    /** What becomes of reasoning. */
    public enum Reasoning {
        /** It is told, also where the model wrote it between tags into its answer. */
        TOLD,
        /** It is told only where the backend itself keeps it apart; the answer's text is not looked at. */
        AS_MARKED,
        /** It is dropped, also where the model wrote it between tags into its answer. */
        DROPPED
    }

    public AnswerRules {
        requireNonNull(reasoning, "reasoning is null");
        requireNonNull(failures, "failures is null");
    }
}
