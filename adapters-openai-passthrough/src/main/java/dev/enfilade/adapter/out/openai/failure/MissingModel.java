package dev.enfilade.adapter.out.openai.failure;

import dev.enfilade.domain.failure.Failure;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises refusals that say, with 400 as LiteLLM, OpenRouter and Mistral or with 404 as OpenAI and vLLM, that there
 * is no such model. The words count only beside the name that was asked for: a tool or a file may be not found too.
 */
public final class MissingModel {

    private static final Set<Integer> STATUSES = Set.of(400, 404, 422);

    /** Some name nothing: LM Studio without a model in memory, DeepSeek. */
    private static final Pattern NAMELESS = caseless("^no models? loaded\\b.*|^model (does )?not (exist|found)\\W*");

    private static final String BEFORE =
            "\\b((invalid|unknown|no such|unable to access|no|no router for requested) model"
                    + "|model not found|could not find (a |the |real )?model|no endpoints found)"
                    + "( name| ?id)?( passed in)?( for| model| named)?[\\s:=\"'`]{1,4}";
    private static final String BEHIND =
            "[\"'`]?,? (model )?((is |was |could |can)?not (be )?found\\b|(does not|doesn't) exist\\b"
                    + "|is not a (valid|known) model\\b|is an unknown model\\b|is not available\\b)";

    private MissingModel() {}

    /**
     * Whether the backend means that it has no such model.
     *
     * @param model the name that the backend was asked for
     */
    public static boolean isMeant(Failure failure, String model) {
        return failure instanceof Failure.Refused refused
                && STATUSES.contains(refused.status())
                && (NAMELESS.matcher(refused.text()).matches()
                        || named(model).matcher(refused.text()).find());
    }

    private static Pattern named(String model) {
        String name = "(?<![\\w.-])" + Pattern.quote(model) + "(?![\\w:/-]|\\.\\w)";
        return caseless(BEFORE + name + "|" + name + BEHIND);
    }

    private static Pattern caseless(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
