package dev.enfilade.contract.compatibility;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.enfilade.adapter.in.ollama.OllamaSurface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the compiled classes of the Ollama surface say of names: those they compare with, list, write or serve. */
final class SurfaceCode {

    private static final String PACKAGE = OllamaSurface.class.getPackageName();

    /** Where the classes of all rooms are, by their simple names. */
    private static final Map<String, String> CLASSES = paths();

    private SurfaceCode() {}

    /** The texts that a method compares its argument with, as a switch over texts does; {@code Class.method}. */
    static List<String> compared(String method) {
        List<String> names = new ArrayList<>();
        List<CodeElement> code = code(method);
        for (int i = 1; i < code.size(); i++) {
            if (code.get(i) instanceof InvokeInstruction call && call.name().equalsString("equals")) {
                text(code.get(i - 1)).ifPresent(names::add);
            }
        }
        return names;
    }

    /** The names that a constant of types of members lists; {@code Class.CONSTANT}. */
    static List<String> listed(String constant) {
        String name = constant.substring(constant.indexOf('.') + 1);
        List<CodeElement> code = code(constant.replace("." + name, ".<clinit>"));
        List<String> names = new ArrayList<>();
        for (int i = 1; i < code.size(); i++) {
            if (isField(code.get(i), "/MemberType")) {
                text(code.get(i - 1)).ifPresent(names::add);
            } else if (code.get(i) instanceof FieldInstruction field) {
                if (field.name().equalsString(name)) {
                    return names;
                }
                names.clear();
            }
        }
        return List.of();
    }

    /** Every method and path that is served, as {@code GET /api/tags}. */
    static List<String> routes() {
        List<String> routes = new ArrayList<>();
        List<MethodModel> tables = CLASSES.keySet().stream()
                .filter(name -> name.endsWith("Routes"))
                .flatMap(name -> methods(name).stream())
                .toList();
        for (MethodModel table : tables) {
            List<CodeElement> code = elements(table).toList();
            for (int i = 1; i < code.size(); i++) {
                if (isField(code.get(i - 1), "/HandlerType") && code.get(i - 1) instanceof FieldInstruction type) {
                    text(code.get(i)).ifPresent(path -> routes.add(type.name().stringValue() + " " + path));
                }
            }
        }
        return routes;
    }

    /** The texts in all classes that write members of answers. */
    static List<String> textsOfWriters() {
        return CLASSES.keySet().stream()
                .filter(name ->
                        methods(name).stream().flatMap(SurfaceCode::elements).anyMatch(SurfaceCode::isMember))
                .flatMap(name -> methods(name).stream())
                .flatMap(SurfaceCode::elements)
                .flatMap(element -> text(element).stream())
                .distinct()
                .toList();
    }

    /** All methods that compare their argument with names of members, and all constants that list such names. */
    static List<String> sources() {
        return Stream.concat(
                        CLASSES.keySet().stream()
                                .flatMap(name -> methods(name).stream()
                                        .map(method -> method.methodName().stringValue())
                                        .filter(method -> method.matches("member|\\w+Member"))
                                        .map(method -> name + "." + method)
                                        .filter(method -> !compared(method).isEmpty())),
                        CLASSES.keySet().stream()
                                .flatMap(name -> constants(name)
                                        .filter(constant -> !listed(constant).isEmpty())))
                .toList();
    }

    private static Stream<String> constants(String className) {
        return methods(className).stream()
                .flatMap(SurfaceCode::elements)
                .filter(FieldInstruction.class::isInstance)
                .map(FieldInstruction.class::cast)
                .filter(field -> field.typeSymbol().displayName().equals("Map"))
                .map(field -> className + "." + field.name().stringValue())
                .distinct();
    }

    private static boolean isMember(CodeElement element) {
        return element instanceof InvokeInstruction call
                && call.owner().asInternalName().endsWith("/JsonOut")
                && call.name().stringValue().matches("member|memberUnlessEmpty|beginObject|beginArray");
    }

    private static Map<String, String> paths() {
        return new ClassFileImporter()
                .importPackages(PACKAGE).stream()
                        .filter(found -> found.getSource()
                                .map(source -> !source.getUri().toString().contains("test-classes"))
                                .orElse(false))
                        .map(JavaClass::getName)
                        .filter(name -> !name.endsWith(".package-info"))
                        .collect(Collectors.toMap(
                                name -> name.substring(name.lastIndexOf('.') + 1),
                                name -> "/" + name.replace('.', '/') + ".class"));
    }

    private static boolean isField(CodeElement element, String owner) {
        return element instanceof FieldInstruction field
                && field.owner().asInternalName().endsWith(owner);
    }

    private static List<CodeElement> code(String method) {
        int dot = method.indexOf('.');
        return methods(method.substring(0, dot)).stream()
                .filter(found -> found.methodName().equalsString(method.substring(dot + 1)))
                .flatMap(SurfaceCode::elements)
                .toList();
    }

    private static Stream<CodeElement> elements(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream().filter(Instruction.class::isInstance));
    }

    private static Optional<String> text(CodeElement element) {
        return element instanceof ConstantInstruction constant && constant.constantValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static List<MethodModel> methods(String className) {
        String path = Objects.requireNonNull(CLASSES.get(className), className);
        try (InputStream bytes = Objects.requireNonNull(OllamaSurface.class.getResourceAsStream(path), path)) {
            return ClassFile.of().parse(bytes.readAllBytes()).methods();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
