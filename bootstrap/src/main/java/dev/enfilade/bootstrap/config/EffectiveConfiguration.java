package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every value that is in force, as a file that can be read back; secrets are shown by where they come from, or not. */
public final class EffectiveConfiguration {

    private static final String INDENT = "  ";

    private final Values values;
    private final ShownSecret secrets;
    private final List<String> notices;

    EffectiveConfiguration(Values values, Variables variables, List<String> notices) {
        this.values = values;
        this.secrets = new ShownSecret(variables);
        this.notices = List.copyOf(notices);
    }

    /**
     * One line of the file.
     *
     * @param origin who set the value; empty where there is none
     */
    public record Line(String text, String origin) {
        public Line {
            requireNonNull(text, "text is null");
            requireNonNull(origin, "origin is null");
        }

        /** The line with its origin in a comment. */
        public String commented() {
            return origin.isEmpty() ? text : text + INDENT + "# " + origin;
        }

        private Line indented() {
            return new Line(INDENT + text, origin);
        }
    }

    /** What its owner should know: one sentence each. */
    public List<String> notices() {
        return notices;
    }

    /** The lines of the file, in the order of the table of keys. */
    public List<Line> lines() {
        return lines(KeyTree.OF_ALL_KEYS, KeyPath.TOP).toList();
    }

    private Stream<Line> lines(KeyTree tree, KeyPath path) {
        return tree.children().entrySet().stream()
                .filter(child -> !child.getValue().isPlanned())
                .flatMap(child -> child.getKey().equals(KeyPath.ANY)
                        ? values.configuration().names(path).stream()
                                .flatMap(name -> lines(name, child.getValue(), path.child(name)))
                        : lines(child.getKey(), child.getValue(), path.child(child.getKey())));
    }

    private Stream<Line> lines(String name, KeyTree tree, KeyPath path) {
        return tree.key().map(key -> values(name, key, path)).orElseGet(() -> group(name, lines(tree, path)));
    }

    private static Stream<Line> group(String name, Stream<Line> members) {
        List<Line> lines = members.map(Line::indented).toList();
        return lines.isEmpty()
                ? Stream.of()
                : Stream.concat(Stream.of(new Line(YamlText.name(name) + ":", "")), lines.stream());
    }

    private Stream<Line> values(String name, Key<?> key, KeyPath path) {
        // Its models stand among the others.
        if (key.equals(Keys.MODELS_FILE)) {
            return Stream.of();
        }
        return values.configuration()
                .find(path)
                .map(node -> lines(name, key.kind(), node, node.origin().described()))
                .or(() -> key.usual()
                        .map(usual -> lines(name, key.kind(), new Scalar(usual, Origin.flag("")), "default")))
                .orElse(Stream.of());
    }

    private Stream<Line> lines(String name, Kind<?> kind, Node node, String origin) {
        return switch (kind) {
            case Single<?> single ->
                scalars(node).map(scalar -> new Line(YamlText.name(name) + ": " + text(single, scalar), origin));
            case Several<?> several -> {
                String items = scalars(node)
                        .flatMap(item -> node instanceof Scalar list ? Several.split(list) : Stream.of(item))
                        .map(item -> text(several.item(), item))
                        .collect(Collectors.joining(", ", "[", "]"));
                yield Stream.of(new Line(YamlText.name(name) + ": " + items, origin));
            }
            case Named<?> named ->
                group(
                        name,
                        members(node).entrySet().stream()
                                .flatMap(member -> lines(
                                        member.getKey(),
                                        named.item(),
                                        member.getValue().value(),
                                        member.getValue().value().origin().described())));
        };
    }

    private String text(Single<?> kind, Scalar scalar) {
        return switch (kind.shown()) {
            case NEVER -> YamlText.of(secrets.of(scalar));
            case ALWAYS, IF_GOOD -> shown(kind, scalar);
        };
    }

    private String shown(Single<?> kind, Scalar scalar) {
        return switch (kind.form()) {
            case Form.Whole _ -> scalar.text();
            // Variables have it as 1 and 0, files do not.
            case Form.Truth _ ->
                kind.meaning().apply(scalar.text()).map(String::valueOf).orElse(scalar.text());
            // Models may have numbers and days for names.
            case Form.Written _
            when kind.equals(Kinds.TEXT) || kind.equals(Kinds.MODEL_NAME) ->
                YamlText.name(absolute(kind, scalar).replace("${", "$${"));
            case Form.Written _, Form.Words _ ->
                YamlText.of(absolute(kind, scalar).replace("${", "$${"));
        };
    }

    /** The file that is shown may be read from elsewhere. */
    private String absolute(Single<?> kind, Scalar scalar) {
        return kind.equals(Kinds.FILE)
                ? scalar.origin()
                        .resolve(values.folder(), Path.of(scalar.text()))
                        .toString()
                : scalar.text();
    }

    private static Stream<Scalar> scalars(Node node) {
        return switch (node) {
            case Scalar scalar -> Stream.of(scalar);
            case Sequence sequence -> sequence.items().stream().flatMap(EffectiveConfiguration::scalars);
            case Mapping _, Empty _, Broken _ -> Stream.of();
        };
    }

    private static Map<String, Member> members(Node node) {
        return switch (node) {
            case Mapping mapping -> mapping.members();
            case Scalar scalar -> Named.pairs(scalar).map(Mapping::members).orElse(Map.of());
            case Sequence _, Empty _, Broken _ -> Map.of();
        };
    }
}
