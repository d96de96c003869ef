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

/** The map of models as a file of its own, which programs write more easily. */
final class ModelsFile {

    private static final String GROUP = "models";

    private final Path folder;
    private final Problems problems;

    ModelsFile(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** A configuration with the models of the file behind its own; a name that both have is a problem. */
    Mapping into(Mapping configuration, Optional<Path> file) {
        Origin key =
                configuration.find(Keys.MODELS_FILE.path()).map(Node::origin).orElse(configuration.origin());
        return file.flatMap(path -> ConfigFile.read(folder, path, key, Keys.MODELS_FILE.path(), problems))
                .map(found -> YamlReader.read(found.name(), found.text(), problems))
                .map(models -> merged(configuration, models))
                .orElse(configuration);
    }

    private Mapping merged(Mapping configuration, Mapping models) {
        KeyPath group = KeyPath.of(GROUP);
        return switch (configuration.find(group).orElse(new Mapping(Map.of(), models.origin()))) {
            case Mapping inline -> configuration.with(group, both(inline, models));
            // It is told of where the shape of the whole is looked at.
            case Scalar _, Sequence _, Empty _, Broken _ -> configuration;
        };
    }

    private Mapping both(Mapping inline, Mapping models) {
        Map<String, Member> members = new LinkedHashMap<>(inline.members());
        models.members().forEach((name, member) -> {
            Member first = members.putIfAbsent(name, member);
            if (first != null) {
                problems.add(
                        member.origin(),
                        KeyPath.of(GROUP).child(name),
                        "given in " + first.origin() + " too (expected it in one of the two files)");
            }
        });
        return new Mapping(members, inline.origin());
    }
}
