package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces references in the values of a file: <code>${NAME}</code>, <code>${NAME:-default}</code>, <code>${file:/path}
 * </code>; <code>$${</code> stands for the two characters themselves.
 *
 * @param variables finds a variable that is set and not empty
 */
record Expansion(Function<String, Optional<String>> variables) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}");
    private static final String FILE = "file:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    Mapping in(Mapping mapping, KeyPath path, Problems problems) {
        Map<String, Member> members = new LinkedHashMap<>();
        mapping.members()
                .forEach((key, member) ->
                        members.put(key, new Member(member.origin(), in(member.value(), path.child(key), problems))));
        return new Mapping(members, mapping.origin());
    }

    private Node in(Node node, KeyPath path, Problems problems) {
        return switch (node) {
            case Mapping mapping -> in(mapping, path, problems);
            case Sequence(var items, var origin) ->
                new Sequence(
                        items.stream().map(item -> in(item, path, problems)).toList(), origin);
            case Scalar scalar ->
                switch (scalar.origin().layer()) {
                    case FILE, FLAG -> resolved(scalar, path, problems);
                    // Whoever set the variable has replaced references already, and a key may well look like one.
                    case ENVIRONMENT -> scalar;
                };
            case Empty empty -> empty;
            case Broken broken -> broken;
        };
    }

    private Node resolved(Scalar scalar, KeyPath path, Problems problems) {
        try {
            return scalar.meaning(expanded(scalar.text()));
        } catch (UnavailableValueException e) {
            problems.add(scalar.origin(), path, e.why());
            return new Broken(scalar.origin());
        }
    }

    private String expanded(String text) throws UnavailableValueException {
        StringBuilder expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String body = reference.group(1);
            String value = body == null ? "${" : value(body);
            reference.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(expanded).toString();
    }

    private String value(String body) throws UnavailableValueException {
        if (body.startsWith(FILE)) {
            return TextFile.line(Path.of(body.substring(FILE.length())));
        }
        String[] parts = body.split(":-", 2);
        if (!NAME.matcher(parts[0]).matches()) {
            throw new UnavailableValueException(
                    "${" + body + "} is no reference (expected ${NAME}, ${NAME:-default} or ${file:/path})", null);
        }
        Optional<String> value =
                variables.apply(parts[0]).or(() -> Stream.of(parts).skip(1).findFirst());
        return value.orElseThrow(() -> new UnavailableValueException(
                "the variable " + parts[0] + " is not set (expected it, or a default: ${" + parts[0] + ":-default})",
                null));
    }
}
