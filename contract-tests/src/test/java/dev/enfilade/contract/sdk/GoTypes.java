package dev.enfilade.contract.sdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the structs of a Go file as {@code encoding/json} sees them: names from tags, members of embedded structs in
 * their place. Types that bring their own encoder are no objects that could be read from their fields.
 */
final class GoTypes {

    private static final Pattern STRUCT = Pattern.compile("type (\\w+) struct \\{");
    private static final Pattern ENCODER = Pattern.compile("func \\(\\w* ?\\*?(\\w+)\\) MarshalJSON\\(.*");
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\s+([^`\\s][^`]*?)(?:\\s*`([^`]*)`)?");
    private static final Pattern EMBEDDED = Pattern.compile("([\\w.]+)(?:\\s*`([^`]*)`)?");
    private static final Pattern TAG = Pattern.compile("json:\"([^,\"]*)((?:,[^\"]*)?)\"");
    private static final Pattern COMMENT = Pattern.compile("\\s*//[^`]*$");

    private final Map<String, List<SdkMember>> structs = new LinkedHashMap<>();
    private final Set<String> encoders = new HashSet<>();
    private String struct = "";
    private int number;

    private GoTypes() {}

    /** @throws UnknownForm on what it does not know */
    static List<SdkMember> read(String source) {
        GoTypes types = new GoTypes();
        source.lines().forEach(types::line);
        return types.structs.keySet().stream()
                .filter(name -> !types.encoders.contains(name))
                .flatMap(name -> types.flat(name).stream())
                .toList();
    }

    private void line(String line) {
        number++;
        if (!struct.isEmpty()) {
            field(line);
            return;
        }
        Matcher encoder = ENCODER.matcher(line);
        Matcher begin = STRUCT.matcher(line);
        if (encoder.matches()) {
            encoders.add(encoder.group(1));
        } else if (begin.matches()) {
            struct = begin.group(1);
            structs.put(struct, new ArrayList<>());
        } else if (line.startsWith("type ") && (line.endsWith("{") || line.endsWith("("))) {
            throw unknown(line);
        }
    }

    private void field(String line) {
        String text = COMMENT.matcher(line).replaceFirst("").strip();
        Matcher field = FIELD.matcher(text);
        Matcher embedded = EMBEDDED.matcher(text);
        if (text.equals("}")) {
            struct = "";
        } else if (text.endsWith("{")) {
            throw unknown(line);
        } else if (embedded.matches()) {
            embedded(embedded.group(1), String.valueOf(embedded.group(2)));
        } else if (field.matches()) {
            field(field.group(1), field.group(2), String.valueOf(field.group(3)));
        } else if (!text.isEmpty()) {
            throw unknown(line);
        }
    }

    /** Without a tag its members are the struct's own; until all are known it stands here under no name. */
    private void embedded(String type, String tags) {
        if (TAG.matcher(tags).find()) {
            field(type, type, tags);
        } else {
            add(new SdkMember(struct, "", type, false));
        }
    }

    private void field(String name, String type, String tags) {
        Matcher tag = TAG.matcher(tags);
        boolean tagged = tag.find();
        boolean exported = Character.isUpperCase(name.charAt(0));
        if (!exported || (tagged && tag.group(1).equals("-"))) {
            return;
        }
        String wireName = tagged && !tag.group(1).isEmpty() ? tag.group(1) : name;
        boolean optional = tagged && tag.group(2).contains("omitempty");
        add(new SdkMember(struct, wireName, type, optional));
    }

    private void add(SdkMember member) {
        structs.getOrDefault(struct, new ArrayList<>()).add(member);
    }

    private List<SdkMember> flat(String name) {
        List<SdkMember> members = new ArrayList<>();
        for (SdkMember member : structs.getOrDefault(name, List.of())) {
            if (!member.name().isEmpty()) {
                members.add(member);
            } else if (structs.containsKey(member.value())) {
                flat(member.value()).forEach(inner -> members.add(inner.of(name)));
            } else {
                throw new UnknownForm("Go, struct " + name, "embedded " + member.value());
            }
        }
        return members;
    }

    private UnknownForm unknown(String line) {
        return new UnknownForm("Go, line " + number, line);
    }
}
