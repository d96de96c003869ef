package dev.enfilade.adapter.in.ollama.catalog;

import static java.util.Objects.requireNonNull;

import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.util.Locale;

/**
 * Where a model is to run by the end of its name: {@code x:cloud} and {@code x:tag-cloud} mean Ollama's cloud,
 * {@code x:local} this server. As read by Ollama 0.33, letter case and white space aside.
 *
 * @param base the name without that end
 */
record NameSource(String base, Place place) {

    /** What the end of a name says. */
    enum Place {
        ANYWHERE,
        HERE,
        CLOUD
    }

    private static final String CLOUD_TAG = "-cloud";

    NameSource {
        requireNonNull(base, "base is null");
        requireNonNull(place, "place is null");
    }

    /** @throws FailureException if the name says it twice */
    static NameSource of(String name) {
        String text = name.strip();
        NameSource source = read(text);
        if (source.place != Place.ANYWHERE && read(source.base).place != Place.ANYWHERE) {
            throw new FailureException(
                    new InvalidRequest("use either :local or :cloud, not both: " + GoQuote.text(text)));
        }
        return source;
    }

    private static NameSource read(String name) {
        int colon = name.lastIndexOf(':');
        String tag = name.substring(colon + 1).strip();
        String end = tag.toLowerCase(Locale.ROOT);
        if (colon < 0) {
            return new NameSource(name, Place.ANYWHERE);
        }
        if (end.equals("cloud") || end.equals("local")) {
            return new NameSource(name.substring(0, colon), end.equals("cloud") ? Place.CLOUD : Place.HERE);
        }
        if (end.endsWith(CLOUD_TAG) && end.indexOf('/') < 0) {
            String rest = tag.substring(0, tag.length() - CLOUD_TAG.length());
            return new NameSource(name.substring(0, colon + 1) + rest, Place.CLOUD);
        }
        return new NameSource(name, Place.ANYWHERE);
    }
}
