package dev.enfilade.adapter.out.openai.request;

import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionCreateParams;
import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.request.Knob;
import java.util.EnumMap;
import java.util.Map;

/** A raw prompt as {@code POST /completions} has it, after OpenAI's reference of the older interface. */
public final class CompletionParams {

    private CompletionParams() {}

    /**
     * As with chats, only what the client set is sent.
     *
     * @param streamed whether the answer will be streamed; the SDK sets {@code stream} itself
     * @throws FailureException {@link Failure.Unsupported} for a gap to be filled, if the dialect has no place for it
     */
    public static Prepared<CompletionCreateParams> of(GenerateRequest request, Dialect dialect, boolean streamed) {
        BodyMembers body = new BodyMembers(forCompletions(dialect));
        body.sampling(request.sampling());
        // At least one candidate: zero is no probabilities at all to some servers.
        request.logprobs().ifPresent(detail -> body.put("logprobs", Math.max(1, detail.alternatives())));
        dropWhatNeedsATemplate(request, body);
        CompletionCreateParams.Builder params = CompletionCreateParams.builder()
                .model(request.model().value())
                .putAllAdditionalBodyProperties(body.members());
        prompt(request.prompt(), dialect, params);
        if (streamed && dialect.streamOptions()) {
            params.streamOptions(
                    ChatCompletionStreamOptions.builder().includeUsage(true).build());
        }
        return new Prepared<>(params.build(), body.dropped());
    }

    /** The older interface never got the newer name. */
    private static Dialect forCompletions(Dialect dialect) {
        Map<Knob, String> knobs = new EnumMap<>(Knob.class);
        knobs.putAll(dialect.knobs());
        knobs.replace(Knob.MAX_TOKENS, "max_tokens");
        return dialect.withKnobs(knobs);
    }

    private static void dropWhatNeedsATemplate(GenerateRequest request, BodyMembers body) {
        if (!(request.format() instanceof ResponseFormat.FreeText)) {
            body.drop("format");
        }
        if (request.thinking() instanceof Thinking.On || request.thinking() instanceof Thinking.Effort) {
            body.drop("think");
        }
    }

    private static void prompt(Prompt prompt, Dialect dialect, CompletionCreateParams.Builder params) {
        switch (prompt) {
            case Prompt.Verbatim verbatim -> params.prompt(verbatim.text());
            case Prompt.Infill infill -> {
                if (!dialect.suffix()) {
                    throw new FailureException(new Failure.Unsupported(
                            "the backend's completions cannot fill in between prompt and suffix"));
                }
                params.prompt(infill.before()).suffix(infill.after());
            }
            case Prompt.Templated _ -> throw new IllegalArgumentException("a templated prompt is a chat");
        }
    }
}
