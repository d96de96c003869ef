package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Origin.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a {@code .env} file as shells and Compose do: {@code [export] NAME=value}, quotes, comments. */
final class DotEnv {

    static final String NAME = ".env";

    private static final Pattern LINE = Pattern.compile(
            "\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|((?:(?!\\s#).)*?))\\s*(?:\\s#.*)?");
    private static final Pattern NOTHING = Pattern.compile("\\s*(?:#.*)?");

    private DotEnv() {}

    /** The variables with their places; a line that is none is told of and left out. */
    static Map<String, Scalar> read(String text, Consumer<String> notices) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        List<String> lines = text.replaceFirst("^\\x{FEFF}", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Origin origin = new Origin(Layer.DOT_ENV, NAME, i + 1, 0);
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                values.put(line.group(1), new Scalar(value(line), origin));
            } else if (!NOTHING.matcher(lines.get(i)).matches()) {
                notices.accept(origin + ": ignored, since it is not NAME=value");
            }
        }
        return values;
    }

    private static String value(Matcher line) {
        if (line.group(2) != null) {
            return line.group(2);
        }
        return line.group(3) != null ? line.group(3) : line.group(4);
    }
}
