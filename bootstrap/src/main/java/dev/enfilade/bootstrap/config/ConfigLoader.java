package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lays file, {@code .env}, environment and flags over each other, later ones winning, and checks the whole before
 * anything of it is used.
 */
public final class ConfigLoader {

    private static final Set<String> OWN = Set.of("backends", "models");
    private static final Origin NOWHERE = Origin.file("configuration", 0, 0);

    private final Surroundings surroundings;
    private final Map<Path, Optional<String>> sources = new TreeMap<>();
    private final List<String> notices = new ArrayList<>();
    private final Problems problems = new Problems();
    private final Variables variables;

    public ConfigLoader(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.variables = Variables.of(
                surroundings.variables(),
                ScopedValue.where(Sources.READING, sources).call(this::dotEnv));
    }

    /**
     * The configuration of this process.
     *
     * @param file read instead of the usual ones
     * @throws ConfigException with all problems at once
     */
    public Configuration load(Optional<Path> file, List<Flag> flags) {
        return ScopedValue.where(Sources.READING, sources).call(() -> loadNoted(file, flags));
    }

    /** As {@link #load}, for those who have a configuration already. */
    public Reading read(Optional<Path> file, List<Flag> flags) {
        try {
            return new Reading(Optional.of(load(file, flags)), List.of(), sources());
        } catch (ConfigException e) {
            return new Reading(Optional.empty(), e.problems(), sources());
        }
    }

    /** The files that were read or looked for so far. */
    public Sources sources() {
        return new Sources(sources);
    }

    private Configuration loadNoted(Optional<Path> file, List<Flag> flags) {
        surroundings.usualFiles().forEach(Sources::note);
        Optional<ConfigFile> found = ConfigFile.find(file, surroundings, variables, problems);
        problems.raise();
        return layered(found, flags, _ -> true);
    }

    /**
     * A configuration that brings its own backends and models: what the user's variables say about others stays out of
     * it.
     *
     * @throws ConfigException with all problems at once
     */
    public Configuration loadGiven(ConfigFile file, List<Flag> flags) {
        return layered(Optional.of(file), flags, path -> !OWN.contains(path.first()));
    }

    /**
     * Where the server of this configuration listens, for those who only want to ask it: whether it has backends, or
     * may listen there, is not looked at.
     *
     * @throws ConfigException with all problems at once
     */
    public ListenAddress loadAddress(Optional<Path> file, List<Flag> flags) {
        Optional<ConfigFile> found = ConfigFile.find(file, surroundings, variables, problems);
        problems.raise();
        ListenAddress address = reader(found, flags, _ -> true).listen();
        problems.raise();
        return address;
    }

    private Configuration layered(Optional<ConfigFile> file, List<Flag> flags, Predicate<KeyPath> settable) {
        SettingsReader reader = reader(file, flags, settable);
        Settings settings = reader.read();
        problems.raise();
        BindRule.warning(settings.listen()).ifPresent(notices::add);
        return new Configuration(settings, file.map(ConfigFile::name), notices, reader.keyValues());
    }

    private SettingsReader reader(Optional<ConfigFile> file, List<Flag> flags, Predicate<KeyPath> settable) {
        Mapping written =
                file.map(it -> YamlReader.read(it.name(), it.text(), problems)).orElse(new Mapping(Map.of(), NOWHERE));
        // Without the file everything else that could be said would be wrong.
        problems.raise();
        Habits habits = new Habits(variables, notices::add);
        Mapping layered = overlaid(withoutShorthands(written), habits.ollama());
        layered = overlaid(layered, ours(layered, settable));
        layered = overlaid(layered, flags.stream().map(Flag::setting).toList());
        layered = overlaid(layered, habits.openAi(layered));
        Mapping complete = new Expansion(variables::text).in(layered, KeyPath.TOP, problems);
        KeyTree.OF_ALL_KEYS.check(complete, KeyPath.TOP, problems);
        return new SettingsReader(new Values(complete, problems), habits.port());
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
        return variables.values().entrySet().stream()
                .filter(variable -> VariableNames.isSetting(variable.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(variable -> setting(variable.getKey(), variable.getValue(), configuration))
                .filter(setting -> settable.test(setting.path()))
                .toList();
    }

    private Stream<Setting> setting(String name, Scalar value, Mapping configuration) {
        Optional<KeyPath> path = VariableNames.path(name, configuration);
        if (path.isEmpty()) {
            String meant = VariableNames.nearest(name)
                    .map(word -> "; did you mean " + word + "?")
                    .orElse("");
            notices.add(name + " is ignored (expected the name of a setting" + meant + ")");
        }
        return path.map(it -> new Setting(it, value)).stream();
    }

    private static Mapping withoutShorthands(Mapping written) {
        Mapping result = written;
        for (Map.Entry<KeyPath, KeyPath> shorthand : Keys.SHORTHANDS.entrySet()) {
            for (String name : written.names(shorthand.getKey().first())) {
                KeyPath path = shorthand.getKey().named(name);
                if (written.find(path).orElse(written) instanceof Scalar scalar) {
                    result = result.with(path, new Mapping(Map.of(), scalar.origin()));
                    result = result.with(shorthand.getValue().named(name), scalar);
                }
            }
        }
        return result;
    }

    private Map<String, Scalar> dotEnv() {
        Path file = surroundings.folder().resolve(DotEnv.NAME);
        Sources.note(file);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try {
            return DotEnv.read(TextFile.whole(file), notices::add);
        } catch (UnavailableValueException e) {
            notices.add(e.why());
            return Map.of();
        }
    }
}
