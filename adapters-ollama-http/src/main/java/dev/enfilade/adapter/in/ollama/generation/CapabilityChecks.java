package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;

/**
 * Refusals of what a model is stated not to be able to do, in the words of Ollama 0.33; an assumption refuses nothing.
 */
final class CapabilityChecks {

    private static final String REGISTRY = "registry.ollama.ai/";
    private static final String NAMESPACE = "library/";

    private CapabilityChecks() {}

    /** Refuses reasoning that was asked for. */
    static void thinking(String asked, ModelCard card, Thinking think) {
        boolean wanted = think instanceof Thinking.On || think instanceof Thinking.Effort;
        if (wanted && card.capabilities().lacks(Capability.THINKING)) {
            throw refused(GoQuote.text(asked), "thinking");
        }
    }

    /** Refuses a model that only embeds. */
    static void completion(String asked, ModelCard card, String endpoint) {
        if (card.capabilities().lacks(Capability.COMPLETION)) {
            throw refused(GoQuote.text(asked), endpoint);
        }
    }

    /** Refuses anything else; here Ollama tells the name in full. */
    static void other(ModelCard card, Capability capability) {
        if (card.capabilities().lacks(capability)) {
            throw refused(inFull(card.name()), capability.word());
        }
    }

    private static String inFull(ModelName name) {
        String tagged = name.tagged();
        long slashes = tagged.chars().filter(c -> c == '/').count();
        if (slashes == 0) {
            return REGISTRY + NAMESPACE + tagged;
        }
        return slashes == 1 ? REGISTRY + tagged : tagged;
    }

    private static FailureException refused(String name, String what) {
        return new FailureException(new InvalidRequest(name + " does not support " + what));
    }
}
