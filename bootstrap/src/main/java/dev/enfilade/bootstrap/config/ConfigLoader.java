package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.logging.LogFormat;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the layers of the configuration and checks the whole before anything of it is used; good for one time. */
public final class ConfigLoader {

    private static final Set<String> OWN = Set.of("backends", "models", "models-file", "fallbacks");

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
        return ScopedValue.where(Sources.READING, sources).call(() -> {
            surroundings.usualFiles().forEach(Sources::note);
            return startable(found(file), flags, _ -> true);
        });
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

    /**
     * A configuration that brings its own backends and models: what the user's variables say about others stays out of
     * it.
     *
     * @throws ConfigException with all problems at once
     */
    public Configuration loadGiven(ConfigFile file, List<Flag> flags) {
        return startable(Optional.of(file), flags, path -> !OWN.contains(path.first()));
    }

    /**
     * Where the server of this configuration listens, for those who only want to ask it: whether it has backends, or
     * may listen there, is not looked at.
     *
     * @throws ConfigException with all problems at once
     */
    public ListenAddress loadAddress(Optional<Path> file, List<Flag> flags) {
        SettingsReader reader = new SettingsReader(values(found(file), flags, _ -> true));
        ListenAddress address = flags.isEmpty() ? reader.probed() : reader.listen();
        problems.raise();
        return address;
    }

    /**
     * Every value of the configuration with its origin; whether one can start with them is not looked at.
     *
     * @throws ConfigException with all problems at once
     */
    public EffectiveConfiguration loadValues(Optional<Path> file, List<Flag> flags) {
        Values values = values(found(file), flags, _ -> true);
        new SettingsReader(values).read();
        problems.raise();
        return new EffectiveConfiguration(values, variables, notices);
    }

    /** How to tell what is wrong with a configuration: as it wants it, as far as that much of it can be read. */
    public LogFormat logFormat(Optional<Path> file, List<Flag> flags) {
        return logFormat(flags, ConfigFile.find(file, surroundings, variables, new Problems()));
    }

    /** The same of a configuration that is given. */
    public LogFormat logFormatGiven(List<Flag> flags) {
        return logFormat(flags, Optional.empty());
    }

    private LogFormat logFormat(List<Flag> flags, Optional<ConfigFile> file) {
        return new Layers(surroundings.folder(), variables, new Problems(), _ -> {})
                .value(Keys.LOGGING_FORMAT, file, flags)
                .orElse(LogFormat.TEXT);
    }

    private Optional<ConfigFile> found(Optional<Path> file) {
        Optional<ConfigFile> found = ConfigFile.find(file, surroundings, variables, problems);
        problems.raise();
        return found;
    }

    private Configuration startable(Optional<ConfigFile> file, List<Flag> flags, Predicate<KeyPath> settable) {
        SettingsReader reader = new SettingsReader(values(file, flags, settable));
        Settings settings = reader.startable();
        problems.raise();
        BindRule.warning(settings.listen()).ifPresent(notices::add);
        new ProxyNotice(variables)
                .about(settings.backends().stream().map(ConfigLoader::url).toList())
                .ifPresent(notices::add);
        settings.backends().stream().map(BackendConfig::notices).forEach(notices::addAll);
        return new Configuration(settings, file.map(ConfigFile::name), notices, reader.keyValues());
    }

    private static URI url(BackendConfig config) {
        return switch (config) {
            case OpenAiBackend backend -> backend.settings().url();
        };
    }

    private Values values(Optional<ConfigFile> file, List<Flag> flags, Predicate<KeyPath> settable) {
        Mapping complete =
                new Layers(surroundings.folder(), variables, problems, notices::add).over(file, flags, settable);
        KeyTree.OF_ALL_KEYS.check(complete, KeyPath.TOP, problems);
        return new Values(complete, surroundings.folder(), problems);
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
