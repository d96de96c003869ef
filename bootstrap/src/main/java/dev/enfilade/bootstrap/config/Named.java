package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values under names of the user's choice, or one text such as {@code name=value,name=value}. */
record Named<T>(Single<String> name, Kind<T> item) implements Kind<Map<String, T>> {

    Named {
        requireNonNull(name, "name is null");
        requireNonNull(item, "item is null");
    }

    @Override
    public String expected() {
        return "keys, each " + name.expected() + ", with " + item.expected();
    }

    @Override
    public Optional<Map<String, T>> read(Node node, KeyPath path, Problems problems) {
        return switch (node) {
            case Mapping mapping -> Optional.of(values(mapping, path, problems));
            case Scalar scalar ->
                pairs(scalar)
                        .map(mapping -> values(mapping, path, problems))
                        .or(() -> problems.misfit(scalar, path, "name=value, separated by commas"));
            case Broken _ -> Optional.empty();
            case Sequence _, Empty _ -> problems.misfit(node, path, expected());
        };
    }

    private Map<String, T> values(Mapping mapping, KeyPath path, Problems problems) {
        Map<String, T> values = new LinkedHashMap<>();
        mapping.members().forEach((key, member) -> {
            KeyPath child = path.child(key);
            name.read(new Scalar(key, member.origin()), child, problems)
                    .flatMap(_ -> item.read(member.value(), child, problems))
                    .ifPresent(value -> values.put(key, value));
        });
        return values;
    }

    /** The one text as a group; absent if it has another form. */
    static Optional<Mapping> pairs(Scalar scalar) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Scalar pair : Several.split(scalar).toList()) {
            int equals = pair.text().indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            String value = pair.text().substring(equals + 1).strip();
            members.put(pair.text().substring(0, equals).strip(), new Member(scalar.origin(), scalar.piece(value)));
        }
        return Optional.of(new Mapping(members, scalar.origin()));
    }
}
