package dev.enfilade.bootstrap.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.regex.Pattern;

/** Writes single texts as YAML. */
final class YamlText {

    /** What every reader takes for this very text: no sign of YAML's own, and no word that means nothing. */
    private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)[A-Za-z0-9/][\\w./:@%+-]*(?<!:)|-\\d+\\w*");

    /** What some readers take for a number, a truth or a day instead. */
    private static final Pattern DOUBTFUL = Pattern.compile(
            "(?i)true|false|yes|no|on|off|y|n|0[xob][\\da-f_]+|-?[\\d_.]*|-?[\\d_.]+e[\\d_]*|-?[\\d_.]+e[-+][\\d_]*|[\\d:-]+");

    private YamlText() {}

    /** A name of the user's choice, in quotes also where only some readers would take it for something else. */
    static String name(String text) {
        return DOUBTFUL.matcher(text).matches() ? quoted(text) : of(text);
    }

    /** Plain where that is safe, else in quotes with JSON's escapes, which are among those of YAML. */
    static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
