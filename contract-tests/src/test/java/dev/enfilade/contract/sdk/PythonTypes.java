package dev.enfilade.contract.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the pydantic models of a Python file: members of base classes first, aliases and renames by a serializer in
 * place of the attributes' names. Models that a plain serializer turns into something else are no objects.
 */
final class PythonTypes {

    private static final String MODEL = "BaseModel";
    private static final Pattern CLASS = Pattern.compile("class (\\w+)\\((\\w+)\\):");
    private static final Pattern FIELD = Pattern.compile("(\\w+): (.+?)(?: = (.+))?", Pattern.DOTALL);
    private static final Pattern ALIAS = Pattern.compile("alias='([^']+)'");
    private static final Pattern DEFAULT = Pattern.compile("Field\\((?!\\w+=).+\\)|(?!Field\\().+", Pattern.DOTALL);
    private static final Pattern RENAME = Pattern.compile(".*\\['([^']+)'\\] = .*\\.pop\\('(\\w+)'\\)");
    private static final Pattern TOP_LEVEL = Pattern.compile("(import|from) .*|\\w+ = .*", Pattern.DOTALL);

    /** A class while its body is read. */
    private record Model(String name, String base, int indent, List<SdkMember> members) {}

    private final PythonLines lines;
    private final List<Model> open = new ArrayList<>();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> renames = new HashMap<>();

    private PythonTypes(PythonLines lines) {
        this.lines = lines;
    }

    /** @throws UnknownForm on what it does not know */
    static List<SdkMember> read(String source) {
        PythonTypes types = new PythonTypes(new PythonLines(source));
        while (types.lines.next()) {
            types.line();
        }
        return types.models.values().stream()
                .filter(model -> !model.base().isEmpty())
                .flatMap(model -> types.flat(model).stream().map(member -> member.of(model.name())))
                .toList();
    }

    private void line() {
        open.removeIf(model -> model.indent() >= lines.indent());
        String text = lines.text();
        Matcher begin = CLASS.matcher(text);
        if (begin.matches()) {
            begin(begin.group(1), begin.group(2));
        } else if (text.startsWith("@") || text.startsWith("def ")) {
            method(text);
        } else if (!open.isEmpty()) {
            statement(open.getLast(), text);
        } else if (!TOP_LEVEL.matcher(text).matches()) {
            throw lines.unknown();
        }
    }

    private void begin(String name, String base) {
        if (!base.equals(MODEL) && !base.equals("Exception") && !models.containsKey(base)) {
            throw lines.unknown();
        }
        String path = open.isEmpty() ? name : open.getLast().name() + "." + name;
        Model model = new Model(path, base.equals("Exception") ? "" : base, lines.indent(), new ArrayList<>());
        models.put(path, model);
        open.add(model);
    }

    private void method(String text) {
        if (text.equals("@model_serializer")) {
            models.remove(open.getLast().name());
        }
        if (text.startsWith("@")) {
            return;
        }
        Map<String, String> renamed = new HashMap<>();
        for (String line : lines.block()) {
            Matcher rename = RENAME.matcher(line);
            if (rename.matches()) {
                renamed.put(rename.group(2), rename.group(1));
            }
        }
        if (!renamed.isEmpty()) {
            renames.put(open.getLast().name(), renamed);
        }
    }

    private void statement(Model model, String text) {
        Matcher field = FIELD.matcher(text);
        if (field.matches()) {
            field(model, field.group(1), field.group(2), String.valueOf(field.group(3)), field.group(3) != null);
        } else if (!text.startsWith("model_config = ") && !text.equals("pass") && !isOrdinary(model)) {
            throw lines.unknown();
        }
    }

    /** An exception's body, which has nothing to do with the wire. */
    private static boolean isOrdinary(Model model) {
        return model.base().isEmpty();
    }

    private void field(Model model, String attribute, String type, String value, boolean assigned) {
        Matcher alias = ALIAS.matcher(value);
        String name = alias.find() ? alias.group(1) : attribute;
        boolean optional = assigned && DEFAULT.matcher(value).matches();
        model.members().add(new SdkMember(model.name(), name, type, optional));
    }

    private List<SdkMember> flat(Model model) {
        List<SdkMember> members = new ArrayList<>();
        Model base = models.get(model.base());
        if (base != null) {
            members.addAll(flat(base));
        }
        Map<String, String> renamed = renames.getOrDefault(model.name(), Map.of());
        for (SdkMember member : model.members()) {
            members.add(member.named(renamed.getOrDefault(member.name(), member.name())));
        }
        return members;
    }
}
