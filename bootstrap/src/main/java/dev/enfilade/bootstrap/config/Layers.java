package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Origin.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lays file, {@code .env}, environment and flags over each other, later ones winning. */
final class Layers {

    private static final Origin NOWHERE = Origin.file("configuration", 0, 0);

    private final Path folder;
    private final Variables variables;
    private final Problems problems;
    private final Consumer<String> notices;

    /** @param folder where relative paths start that stand in no file */
    Layers(Path folder, Variables variables, Problems problems, Consumer<String> notices) {
        this.folder = folder;
        this.variables = variables;
        this.problems = problems;
        this.notices = notices;
    }

    /**
     * The whole, with every reference replaced.
     *
     * @param settable which paths our own variables may set
     * @throws ConfigException if a file is not readable: everything else that could be said would be wrong
     */
    Mapping over(Optional<ConfigFile> file, List<Flag> flags, Predicate<KeyPath> settable) {
        Mapping written =
                file.map(it -> YamlReader.read(it.name(), it.text(), problems)).orElse(new Mapping(Map.of(), NOWHERE));
        problems.raise();
        List<Setting> given = flags.stream().map(Flag::setting).toList();
        Optional<Path> models = modelsFile(overlaid(overlaid(written, ours(written, settable)), given));
        Mapping whole = withoutShorthands(new ModelsFile(folder, problems).into(written, models));
        problems.raise();

        OllamaHabits ollama = new OllamaHabits(variables, notices);
        Mapping layered = overlaid(whole, ollama.settings());
        layered = overlaid(layered, ours(layered, settable));
        layered = overlaid(layered, given);
        layered = overlaid(layered, new OpenAiHabits(variables, notices).backends(layered));
        layered = overlaid(layered, ollama.concurrency(layered));
        unknownVariables();
        Mapping complete = expansion().in(withoutOverruledKeys(layered), KeyPath.TOP, problems);
        return overlaid(complete, new PlatformPort(variables, notices).address(complete));
    }

    /** What is set for one key, whatever is wrong with all else. */
    <T> Optional<T> value(Key<T> key, Optional<ConfigFile> file, List<Flag> flags) {
        Mapping written =
                file.map(it -> YamlReader.read(it.name(), it.text(), problems)).orElse(new Mapping(Map.of(), NOWHERE));
        List<Setting> given = flags.stream().map(Flag::setting).toList();
        return alone(key, overlaid(overlaid(written, ours(written, _ -> true)), given))
                .find(key);
    }

    private Expansion expansion() {
        return new Expansion(variables::text, folder);
    }

    /** The file that has more models, wherever its name comes from. */
    private Optional<Path> modelsFile(Mapping layered) {
        return alone(Keys.MODELS_FILE, layered).file(Keys.MODELS_FILE);
    }

    /** One key, its references replaced; those of others may need what is not known yet. */
    private Values alone(Key<?> key, Mapping layered) {
        Mapping nothing = new Mapping(Map.of(), layered.origin());
        Mapping alone = layered.find(key.path())
                .map(node -> nothing.with(key.path(), node))
                .orElse(nothing);
        return new Values(expansion().in(alone, KeyPath.TOP, problems), folder, problems);
    }

    private static Mapping overlaid(Mapping below, List<Setting> settings) {
        Mapping result = below;
        for (Setting setting : settings) {
            result = result.with(setting.path(), setting.value());
        }
        return result;
    }

    /** What our own variables set, in their alphabetical order. */
    private List<Setting> ours(Mapping configuration, Predicate<KeyPath> settable) {
        return settingVariables()
                .flatMap(
                        variable -> VariableNames.path(variable.getKey(), configuration)
                                .map(path -> new Setting(path, variable.getValue()))
                                .stream())
                .filter(setting -> settable.test(setting.path()))
                .toList();
    }

    private Stream<Map.Entry<String, Scalar>> settingVariables() {
        return variables.values().entrySet().stream()
                .filter(variable -> VariableNames.isSetting(variable.getKey(), variable.getValue()))
                .sorted(Map.Entry.comparingByKey());
    }

    private void unknownVariables() {
        settingVariables()
                .filter(variable ->
                        PathSpelling.VARIABLE.read(variable.getKey()).isEmpty())
                .forEach(variable -> problems.add(
                        variable.getValue().origin(),
                        KeyPath.TOP,
                        variable.getKey() + " sets nothing (expected the variable of a key, such as ENFILADE_LISTEN"
                                + PathSpelling.VARIABLE
                                        .nearest(variable.getKey())
                                        .map(word -> "; did you mean " + word + "?")
                                        .orElse("")
                                + ")"));
    }

    /** A backend's key and the file that holds it are two ways to say one thing, so the later layer decides. */
    private static Mapping withoutOverruledKeys(Mapping layered) {
        Mapping result = layered;
        for (String name : layered.names(Backends.GROUP)) {
            KeyPath inline = Keys.BACKEND_KEY.path().named(name);
            KeyPath inFile = Keys.BACKEND_KEY_FILE.path().named(name);
            Optional<Layer> first =
                    layered.find(inline).map(node -> node.origin().layer());
            Optional<Layer> second =
                    layered.find(inFile).map(node -> node.origin().layer());
            if (first.isPresent() && second.isPresent() && !first.equals(second)) {
                result = result.without(first.get().compareTo(second.get()) < 0 ? inline : inFile);
            }
        }
        return result;
    }

    private static Node writtenOut(Node value, KeyPath member) {
        return value instanceof Scalar scalar ? new Mapping(Map.of(), scalar.origin()).with(member, scalar) : value;
    }

    private static Mapping withoutShorthands(Mapping written) {
        Mapping result = written;
        for (Map.Entry<KeyPath, KeyPath> shorthand : Keys.SHORTHANDS.entrySet()) {
            KeyPath member = shorthand.getValue().rest().rest();
            result = result.withEach(shorthand.getKey().first(), value -> writtenOut(value, member));
        }
        return result;
    }
}
