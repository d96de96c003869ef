package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces references in values: <code>${NAME}</code>, <code>${NAME:-default}</code>, <code>${file:/path}</code>,
 * <code>
 * ${credential:NAME}</code>; <code>$${</code> stands for the two characters themselves.
 *
 * @param variables finds a variable that is set and not empty
 * @param folder where relative paths start that stand in no file
 */
record Expansion(Function<String, Optional<String>> variables, Path folder) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
    private static final String FILE = "file:";
    private static final String CREDENTIAL = "credential:";
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
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
                    case DOT_ENV, ENVIRONMENT -> scalar;
                };
            case Empty empty -> empty;
            case Broken broken -> broken;
        };
    }

    private Node resolved(Scalar scalar, KeyPath path, Problems problems) {
        try {
            return scalar.meaning(expanded(scalar));
        } catch (UnavailableValueException e) {
            problems.add(scalar.origin(), path, e.why());
            return new Broken(scalar.origin());
        }
    }

    private String expanded(Scalar scalar) throws UnavailableValueException {
        StringBuilder expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(scalar.text());
        while (reference.find()) {
            String body = reference.group(1);
            if (body != null && reference.group(2).isEmpty()) {
                throw new UnavailableValueException(
                        "a reference without its end (expected ${...}, or $${ for the text)");
            }
            String value = body == null ? "${" : value(body, scalar.origin());
            reference.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(expanded).toString();
    }

    private String value(String body, Origin origin) throws UnavailableValueException {
        if (body.startsWith(FILE)) {
            return TextFile.line(origin.resolve(folder, path(body.substring(FILE.length()))));
        }
        if (body.startsWith(CREDENTIAL)) {
            return credential(body.substring(CREDENTIAL.length()));
        }
        String[] parts = body.split(":-", 2);
        if (!NAME.matcher(parts[0]).matches()) {
            throw new UnavailableValueException("${" + body + "} is no reference (expected ${NAME}, ${NAME:-default},"
                    + " ${file:/path} or ${credential:NAME})");
        }
        Optional<String> value =
                variables.apply(parts[0]).or(() -> Stream.of(parts).skip(1).findFirst());
        return value.orElseThrow(() -> new UnavailableValueException(
                "the variable " + parts[0] + " is not set (expected it, or a default: ${" + parts[0] + ":-default})"));
    }

    /** What systemd has put into a folder of the service's own, by {@code LoadCredential=}. */
    private String credential(String name) throws UnavailableValueException {
        if (!name.matches("[\\w.@-]+")) {
            throw new UnavailableValueException("\"" + name + "\" is no credential (expected ${credential:NAME})");
        }
        String credentials = variables
                .apply(CREDENTIALS)
                .orElseThrow(() -> new UnavailableValueException("there are no credentials, since " + CREDENTIALS
                        + " is not set (expected LoadCredential=" + name + ":/path in the systemd unit)"));
        return TextFile.line(folder.resolve(credentials).resolve(name));
    }

    private static Path path(String text) throws UnavailableValueException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UnavailableValueException("\"" + text + "\" is no path");
        }
    }
}
