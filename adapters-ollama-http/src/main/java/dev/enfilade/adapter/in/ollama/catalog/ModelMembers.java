package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import dev.enfilade.domain.catalog.ModelDetails;
import dev.enfilade.domain.catalog.ModelName;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members about a model that several answers have in common; what a proxy cannot know is made up, plausibly and
 * always the same.
 */
final class ModelMembers {

    private static final Pattern PARAMETERS = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([KMBT])");
    private static final String SCALES = "KMBT";
    private static final double BYTES_PER_PARAMETER = 0.6;
    private static final String USUAL_FAMILY = "llama";
    private static final long UNKNOWN_SIZE = 1_000_000_000;

    private ModelMembers() {}

    /**
     * SHA-256 of the listed name, 64 hexadecimal digits: clients cut it without looking and tell models apart by it.
     */
    static String digest(ModelName name) {
        return Sha256.hex(name.tagged());
    }

    /** Bytes, estimated from the number of parameters; never 0. */
    static long size(ModelCard card) {
        OptionalLong parameters = parameters(card);
        return parameters.isPresent() ? Math.round(parameters.getAsLong() * BYTES_PER_PARAMETER) : UNKNOWN_SIZE;
    }

    /** How many parameters the model has, more than 0, as far as its size in words tells. */
    static OptionalLong parameters(ModelCard card) {
        Matcher size = PARAMETERS.matcher(card.details().parameterSize().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        double scale = Math.pow(1000, 1 + SCALES.indexOf(size.group(2)));
        long count = Math.round(Double.parseDouble(size.group(1)) * scale);
        return count > 0 ? OptionalLong.of(count) : OptionalLong.empty();
    }

    /**
     * The architecture: the first part of names in {@code model_info}, which clients cut at the first dot, so that it
     * has none.
     */
    static String family(ModelCard card) {
        String family = card.details().family().replace(".", "");
        return family.isEmpty() ? USUAL_FAMILY : family;
    }

    /** The six detail members of Ollama 0.33, into an object that is open. */
    static void details(JsonOut out, ModelCard card) {
        ModelDetails details = card.details();
        String family = family(card);
        out.member("parent_model", "")
                .member("format", details.format())
                .member("family", family)
                .beginArray("families")
                .value(family);
        if (card.capabilities().has(Capability.VISION)) {
            // Some clients know by this word that a model sees.
            out.value("clip");
        }
        out.endArray()
                .member("parameter_size", details.parameterSize())
                .member("quantization_level", details.quantization());
    }

    /** The capabilities, left out if there are none. */
    static void capabilities(JsonOut out, List<Capability> capabilities) {
        if (capabilities.isEmpty()) {
            return;
        }
        out.beginArray("capabilities");
        capabilities.forEach(capability -> out.value(capability.word()));
        out.endArray();
    }
}
