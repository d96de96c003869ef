package dev.enfilade.bootstrap.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.regex.Pattern;

/** Writes single texts as YAML. */
final class YamlText {

    /** What every reader takes for this very text: no sign of YAML's own, and no word that means nothing. */
    private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)[A-Za-z0-9/][\\w./:@%+-]*(?<!:)|-\\d+\\w*");

    private YamlText() {}

    /** Plain where that is safe, else in quotes with JSON's escapes, which are among those of YAML. */
    static String of(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
