package dev.enfilade.contract.sdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the interfaces of a TypeScript declaration file. An object that is declared in its place is named by the way to
 * it, with {@code *} for any name. Aliases and classes are no objects of the wire.
 */
final class TypeScriptTypes {

    private final TypeScriptTokens in;
    private final Map<String, List<String>> bases = new LinkedHashMap<>();
    private final List<SdkMember> members = new ArrayList<>();

    private TypeScriptTypes(TypeScriptTokens in) {
        this.in = in;
    }

    /** @throws UnknownForm on what it does not know */
    static List<SdkMember> read(String source) {
        TypeScriptTypes types = new TypeScriptTypes(new TypeScriptTokens(source));
        while (types.in.hasNext()) {
            types.declaration();
        }
        List<SdkMember> all = new ArrayList<>();
        types.bases.forEach((type, _) -> all.addAll(types.flat(type)));
        return all;
    }

    private void declaration() {
        String word = in.take();
        if (word.equals("export") && (in.isNext("interface") || in.isNext("type") || in.isNext("declare"))) {
            word = in.take();
        }
        switch (word) {
            case "interface" -> interfaceType(in.take());
            case "type", "import", "export" -> in.skipStatement();
            case "declare" -> in.skipDeclared();
            default -> throw in.unknown(word);
        }
    }

    private void interfaceType(String name) {
        List<String> extended = new ArrayList<>();
        if (in.isNext("extends")) {
            while (!in.isNext("{")) {
                in.take();
                extended.add(in.take());
            }
        }
        for (String base : extended) {
            if (!bases.containsKey(base)) {
                throw in.unknown("extends " + base);
            }
        }
        bases.put(name, extended);
        object(name);
    }

    private void object(String type) {
        in.expect("{");
        while (!in.isNext("}")) {
            member(type);
        }
        in.expect("}");
    }

    private void member(String type) {
        String name = in.take();
        if (name.equals("[")) {
            while (!in.take().equals("]")) {
                // the name and type of the index
            }
            in.expect(":");
            value(type + ".*");
            return;
        }
        boolean optional = in.isNext("?");
        if (optional) {
            in.take();
        }
        in.expect(":");
        members.add(new SdkMember(type, name, value(type + "." + name), optional));
    }

    /** The words of the value's type, up to and with the semicolon. */
    private String value(String ownName) {
        if (!in.isNext("{")) {
            return in.takeStatement();
        }
        bases.put(ownName, List.of());
        object(ownName);
        return "object" + in.takeStatement();
    }

    private List<SdkMember> flat(String type) {
        List<SdkMember> all = new ArrayList<>();
        for (String base : bases.getOrDefault(type, List.of())) {
            flat(base).forEach(member -> all.add(member.of(type)));
        }
        members.stream().filter(member -> member.type().equals(type)).forEach(all::add);
        return all;
    }
}
