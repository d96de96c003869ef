package dev.enfilade.contract.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes of a jar and those that each of them names; names as in class files, such as {@code java/lang/String}.
 *
 * @param named for each class of the jar the classes in its constants and in the types of its members
 * @param providers the classes that the jar offers to service loaders
 */
record JarClasses(Map<String, Set<String>> named, Set<String> providers) {

    private static final String SERVICES = "META-INF/services/";
    private static final Pattern TYPE = Pattern.compile("L([^;<]+);");

    JarClasses {
        named = Map.copyOf(named);
        providers = Set.copyOf(providers);
    }

    static JarClasses read(Path file) throws IOException {
        Map<String, Set<String>> named = new HashMap<>();
        Set<String> providers = new HashSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                byte[] bytes = bytes(jar, entry);
                if (entry.getName().startsWith(SERVICES)) {
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .forEach(line -> providers.add(line.strip().replace('.', '/')));
                } else if (entry.getName().endsWith(".class")
                        && !entry.getName().startsWith("META-INF/")) {
                    ClassModel model = ClassFile.of().parse(bytes);
                    named.put(model.thisClass().asInternalName(), namesIn(model));
                }
            }
        }
        return new JarClasses(named, providers);
    }

    /** Everything in the jar to which a way leads from these classes; doors are not gone through. */
    Set<String> reachable(Stream<String> from, Predicate<String> door) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>();
        from.filter(named::containsKey).forEach(name -> {
            reached.add(name);
            next.add(name);
        });
        while (!next.isEmpty()) {
            for (String name : named.getOrDefault(next.remove(), Set.of())) {
                if (named.containsKey(name) && !door.test(name) && reached.add(name)) {
                    next.add(name);
                }
            }
        }
        return reached;
    }

    private static Set<String> namesIn(ClassModel model) {
        Set<String> names = new HashSet<>();
        model.constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry type) {
                names.add(elementType(type.asInternalName()));
            }
        });
        Stream.concat(
                        model.fields().stream().map(field -> field.fieldType().stringValue()),
                        model.methods().stream()
                                .map(method -> method.methodType().stringValue()))
                .forEach(descriptor -> TYPE.matcher(descriptor).results().forEach(type -> names.add(type.group(1))));
        return names;
    }

    /** Of an array the type that it holds. */
    private static String elementType(String name) {
        return name.startsWith("[") ? name.replaceFirst("^\\[+L?", "").replace(";", "") : name;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) {
        try (InputStream stream = jar.getInputStream(entry)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(entry.getName(), e);
        }
    }

    /**
     * What each of these classes names, as {@code from -> to}, where the jar does not have it but somebody else does.
     */
    List<String> missing(Set<String> from, Predicate<String> exists) {
        return from.stream()
                .flatMap(name -> named.getOrDefault(name, Set.of()).stream()
                        .filter(other -> !named.containsKey(other) && exists.test(other))
                        .map(other -> name + " -> " + other))
                .sorted()
                .toList();
    }
}
