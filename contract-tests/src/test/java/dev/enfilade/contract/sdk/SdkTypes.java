package dev.enfilade.contract.sdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that was read from one SDK; kept in a file of its own, one member per line.
 *
 * @param origin which SDK, in which version
 */
record SdkTypes(String origin, List<SdkMember> members) {

    private static final String OPTIONAL = "optional";

    SdkTypes {
        members = List.copyOf(members);
    }

    static SdkTypes load(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new SdkTypes(
                lines.getFirst().substring(2),
                lines.stream().skip(1).map(SdkTypes::member).toList());
    }

    void save(Path file) throws IOException {
        String lines = members.stream().map(SdkTypes::line).collect(Collectors.joining());
        Files.writeString(file, "# " + origin + "\n" + lines);
    }

    Set<String> types() {
        return members.stream().map(SdkMember::type).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> names(String type) {
        return members.stream()
                .filter(member -> member.type().equals(type))
                .map(SdkMember::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(SdkMember member) {
        String need = member.optional() ? OPTIONAL : "required";
        return String.join("\t", member.type(), member.name(), member.value(), need) + "\n";
    }

    private static SdkMember member(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a member: " + line);
        }
        return new SdkMember(parts[0], parts[1], parts[2], parts[3].equals(OPTIONAL));
    }
}
