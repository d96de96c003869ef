package dev.enfilade.adapter.out.openai.dialect;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.request.Knob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a kind of server takes.
 *
 * @param name as it is configured and shown
 * @param knobs the member names of the sampling knobs that it takes; others would be an error to some servers and noise
 *     to all
 * @param thinking how its reasoning is switched
 * @param longestStopList how many stop texts it takes
 * @param logprobs whether it tells token probabilities
 * @param streamOptions whether it takes {@code stream_options}, without which OpenAI counts no tokens of a stream
 * @param suffix whether its completions can fill a gap
 * @param strictSchemas whether it keeps to a schema for sure only where that is fit for its strict mode
 * @param exceptions models that take something else, the first match counts
 */
public record Dialect(
        String name,
        Map<Knob, String> knobs,
        ThinkingSwitch thinking,
        int longestStopList,
        boolean logprobs,
        boolean streamOptions,
        boolean suffix,
        boolean strictSchemas,
        List<ModelException> exceptions) {

    /**
     * Models of a server that differ from its others.
     *
     * @param models matched against the whole name
     */
    public record ModelException(Pattern models, Dialect dialect) {

        public ModelException {
            requireNonNull(models, "models is null");
            requireNonNull(dialect, "dialect is null");
        }
    }

    public Dialect {
        requireNonNull(name, "name is null");
        knobs = Map.copyOf(knobs);
        requireNonNull(thinking, "thinking is null");
        exceptions = List.copyOf(exceptions);
    }

    /** The dialect of one of the server's models. */
    public Dialect forModel(String model) {
        return exceptions.stream()
                .filter(exception -> exception.models().matcher(model).matches())
                .map(ModelException::dialect)
                .findFirst()
                .orElse(this);
    }

    /** The same server where the knobs have other names. */
    public Dialect withKnobs(Map<Knob, String> other) {
        return new Dialect(
                name, other, thinking, longestStopList, logprobs, streamOptions, suffix, strictSchemas, exceptions);
    }

    /** The name under which the server takes the knob, if it does. */
    public Optional<String> member(Knob knob) {
        return Optional.ofNullable(knobs.get(knob));
    }
}
