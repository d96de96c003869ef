package dev.enfilade.bootstrap.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads one YAML or JSON document into nodes that know where they stand.
 *
 * <p>Binding straight to records would lose the places: Jackson reports an unknown key of a record without one, and
 * others at the token that follows.
 */
final class YamlReader {

    private static final JsonFactory YAML = new YAMLFactory();

    /** JSON is YAML, but for the tabs with which people indent it. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final Pattern TROUBLE = Pattern.compile("(?m)^(.*)\\R in .*, line (\\d{1,9}), column (\\d{1,9}):");

    private final String name;
    private final JsonParser parser;
    private final Problems problems;
    private final Map<String, Member> top;

    private YamlReader(String name, JsonParser parser, Problems problems, Map<String, Member> top) {
        this.name = name;
        this.parser = parser;
        this.problems = problems;
        this.top = top;
    }

    /** The document's top, which is empty if there is none; of what is not YAML, as far as it is. */
    static Mapping read(String name, String text, Problems problems) {
        Map<String, Member> top = new LinkedHashMap<>();
        try (JsonParser parser = (isJson(name) ? JSON : YAML).createParser(text)) {
            return new YamlReader(name, parser, problems, top).top();
        } catch (JsonProcessingException e) {
            problems.add(
                    place(name, e), KeyPath.TOP, "not readable as " + (isJson(name) ? "JSON: " : "YAML: ") + what(e));
            return new Mapping(top, Origin.file(name, 1, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJson(String name) {
        return name.endsWith(".json");
    }

    /** SnakeYAML first says what it was about to read, and where that began; the trouble itself comes last. */
    private static Optional<MatchResult> trouble(JsonProcessingException e) {
        return TROUBLE.matcher(e.getOriginalMessage()).results().reduce((_, last) -> last);
    }

    private static String what(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "nested too deeply, or a key or number is far too long";
        }
        String what = trouble(e)
                .map(match -> match.group(1))
                .or(() -> e.getOriginalMessage().lines().findFirst())
                .orElse("broken");
        return what.replaceFirst(", got this instead:.*| \\(Do not use [^\\\\].*", "");
    }

    private static Origin place(String name, JsonProcessingException e) {
        return trouble(e)
                .map(match -> Origin.file(name, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3))))
                .or(() -> Optional.ofNullable(e.getLocation()).map(location -> place(name, location)))
                .orElse(Origin.file(name, 1, 1));
    }

    private Mapping top() throws IOException {
        Mapping nothing = new Mapping(Map.of(), Origin.file(name, 1, 1));
        Node top = parser.nextToken() == null ? nothing : node(KeyPath.TOP);
        if (parser.nextToken() != null) {
            problems.add(here(), KeyPath.TOP, "a second document (expected only one)");
        }
        return switch (top) {
            case Mapping mapping -> mapping;
            case Empty _ -> nothing;
            case Scalar _, Sequence _, Broken _ -> {
                problems.add(top.origin(), KeyPath.TOP, top.described() + " (expected keys with values)");
                yield nothing;
            }
        };
    }

    private Node node(KeyPath path) throws IOException {
        Origin origin = here();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(origin, path, "an alias (expected the value itself: anchors and aliases are not read)");
            return new Broken(origin);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(path, origin);
            case START_ARRAY -> sequence(path, origin);
            case VALUE_NULL -> new Empty(origin);
            case NOT_AVAILABLE,
                    END_OBJECT,
                    END_ARRAY,
                    FIELD_NAME,
                    VALUE_EMBEDDED_OBJECT,
                    VALUE_STRING,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_TRUE,
                    VALUE_FALSE -> new Scalar(parser.getText(), origin);
        };
    }

    private Mapping mapping(KeyPath path, Origin origin) throws IOException {
        Map<String, Member> members = path.parts().isEmpty() ? top : new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Origin key = here();
            String written = parser.currentName();
            KeyPath child = path.child(written);
            parser.nextToken();
            Member first = members.putIfAbsent(written, new Member(key, node(child)));
            if (first != null) {
                problems.add(
                        key,
                        child,
                        "given twice (first in line " + first.origin().line() + ")");
            }
        }
        return new Mapping(members, origin);
    }

    private Sequence sequence(KeyPath path, Origin origin) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path));
        }
        return new Sequence(items, origin);
    }

    private Origin here() {
        return place(name, parser.currentTokenLocation());
    }

    private static Origin place(String name, JsonLocation location) {
        return Origin.file(name, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
